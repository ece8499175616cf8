import { expect, test } from 'vitest';
import { doseCommand } from '../../../main/cli/dose';
import { invented } from '../../fixtures/dose-requests';
import { folderWith, runCommand } from './run-command';

const BLOCK = `
id: dose-x
drug: { name: invented, tallMan: inVENTed }
route: intravenous
method: infusion
basis: local
evidence: verified s1
amount: { min: 0.1 mg/kg, usual: 0.5 mg/kg, max: 1 mg/kg }
cap: local (Set it.)
over: { usual: PT40M }
repeat: [{ interval: PT10M }]
`;
const document = (version: string): string =>
  invented(BLOCK).replace('version: 2.0.0', `version: ${version}`).replace('status: active', 'status: draft');
const LIBRARY = folderWith({
  'invented/2.0.0.md': document('2.0.0'),
  'invented/10.0.0.md': document('10.0.0'),
});
const NAMED = ['--library', LIBRARY, '--protocol', 'invented', '--block', 'dose-x', '--today', '2026-11-22'];
const ROUNDED = ['--round', '0.1 mg', '--round-volume', '0.01 mL', '--round-rate', '0.1 mL/h nearest'];
const CLINIC = ['--basis', 'actual-weight', '--maximum', '60 mg', '--by', 'A. Pharmacist', '--enable'].concat(ROUNDED);
const VIAL = ['--vial', '50 mg/mL', '--made-up', '50 mL'];
const run = (...args: string[]) => runCommand(doseCommand, ...NAMED, ...args);

test('prints the dose with its working, who set what, and that it is a draft', async () => {
  const { code, said } = await run(...CLINIC, ...VIAL, '--weight', '70,5', '--given', '5 mg 12 min ago');
  const lines = said.replaceAll('\u00A0', ' ').split('\n');
  expect(code).toBe(0);
  expect(lines.slice(0, 9)).toEqual([
    'DRAFT — NOT FOR PATIENT CARE',
    'Invented, block 1.1 dose-x, invented@10.0.0',
    'inVENTed, intravenous',
    'DOSE 35.2 mg',
    'DRAW UP 0.7 mL',
    'MAKE UP TO 50 mL',
    'RATE 75 mL per hour',
    'OVER 40 minutes',
    'vial 50 mg per mL',
  ]);
  expect(lines).toContain('dose: 0.5 mg per kg × 70.5 kg = 35.25 mg, rounded down to 0.1 mg (clinic): 35.2 mg');
  expect(lines).toContain('that volume holds: 0.7 mL × 50 mg per mL = 35 mg');
  expect(lines).toContain('total this sitting: 5 mg + 35.2 mg = 40.2 mg');
  expect(lines.find((line) => line.startsWith('maximum set by the clinic: A. Pharmacist, 20'))).toBeDefined();
  expect(lines.find((line) => line.startsWith('calculator on: A. Pharmacist (--enable), 20'))).toBeDefined();
});

test('refuses without the switch, with the range and what to do', async () => {
  const { code, said } = await run('--weight', '70');
  expect(code).toBe(1);
  expect(said.replaceAll('\u00A0', ' ').split('\n').slice(2)).toEqual([
    'No dose. The calculator is off for this edition; a named person at the clinic turns it on (here: --enable).',
    'The block gives from 0.1 mg per kg (verified), usual 0.5 mg per kg (verified), to 1 mg per kg (verified).',
  ]);
});

test.each([
  [['--enable'], 'Neither the block nor the clinic states which weight the dose is reckoned from'],
  [[...CLINIC, ...VIAL], 'weight is missing'],
  [[...CLINIC, '--weight', '70'], 'vial is missing'],
  [[...CLINIC, ...VIAL, '--weight', '9.99'], 'weight 9.99 kg is outside what a person can weigh'],
  [
    [...CLINIC, ...VIAL, '--weight', '70', '--amount', '1.1 mg/kg'],
    'outside what the block gives: from 0.1 mg per kg to 1 mg per kg',
  ],
  [[...CLINIC, ...VIAL, '--weight', '70', '--given', '5 mg 9 min ago'], 'the next may follow after 10 minutes'],
  [[...CLINIC, ...VIAL, '--weight', '70', '--given', '5 mg'], 'since is missing'],
  [[...CLINIC, ...VIAL, '--weight', '70', '--repeat', '2'], 'no repeat rule of that number'],
  [[...CLINIC, ...VIAL, '--weight', '70', '--given', '5 mg dose-other'], 'dose-other is no dose of the same drug'],
  [
    [...CLINIC, ...VIAL, '--weight', '70', '--session-maximum', '34 mg'],
    "the clinic's most in one sitting, 34 mg: held against 35 mg",
  ],
])('exit 1 and the reason: %j', async (args, reason) => {
  const { code, said } = await run(...args);
  expect(said.replaceAll('\u00A0', ' ')).toContain(reason);
  expect(said).not.toContain('DOSE');
  expect(code).toBe(1);
});

test.each([
  [['--weight', '70kg'], /--weight "70kg" holds letters/],
  [['--weight', '1,250'], /may mean two numbers; write 1\.25 or 1250/],
  [['--weight', '-5'], /argument missing|ambiguous|has a sign/],
  [['--weight', '9999999'], /no amount a person could mean/],
  [['--vial', '50'], /not a number and a known unit/],
  [['--vial', '50 cc'], /not a number and a known unit/],
  [['--sex', 'f'], /--sex takes female or male/],
  [['--repeat', '0'], /--repeat takes the number/],
  [['--given', '5'], /--given/],
  [['--table', '40'], /two weights/],
  [['--table', '120..40'], /runs upwards/],
  [['--table', '40..120', '--step', '0'], /runs upwards/],
  [['--table', '1..9999', '--step', '1'], /at most 500 rows/],
  [['--table', '40.5..60'], /whole kilograms/],
  [['--today', '2026-02-30'], /--today must be a day/],
  [['70'], /"70" is no option/],
])('throws, for exit 2, on %j', async (args, message) => {
  await expect(run(...args)).rejects.toThrow(message);
});

test('names the protocol or block it cannot find', async () => {
  const find = (protocol: string, block = 'dose-x') =>
    runCommand(doseCommand, '--library', LIBRARY, '--protocol', protocol, '--block', block);
  await expect(find('missing')).rejects.toThrow(/no protocol missing/);
  await expect(find('invented@9.9.9')).rejects.toThrow(/no invented@9\.9\.9/);
  await expect(runCommand(doseCommand, '--protocol', 'invented')).rejects.toThrow(/which --block/);
  expect(await find('invented', 'dose-y')).toMatchObject({ code: 1, said: expect.stringContaining('no such block') });
  expect((await find('invented@2.0.0')).said).toContain('invented@2.0.0');
});

test('for machines, with the standing on that day', async () => {
  const { code, said } = await run(...CLINIC, ...VIAL, '--weight', '70', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({
    standing: 'draft',
    answer: { kind: 'dose', dose: { value: '35', unit: 'mg' }, rate: { value: '75', unit: 'mL/h' } },
  });
});

test('a table has a row for each weight, and says where the cap held or nothing came of it', async () => {
  const { code, said } = await run(...CLINIC, ...VIAL, '--table', '395..405', '--step', '5');
  expect(said.replaceAll('\u00A0', ' ').split('\n').slice(2)).toEqual([
    'weight\tdose\tdraw up\trate',
    '395 kg\t60 mg\t1.2 mL\t75 mL per hour\tcapped',
    '400 kg\t60 mg\t1.2 mL\t75 mL per hour\tcapped',
    '405 kg\tno dose: weight 405 kg is outside what a person can weigh or measure: from 10 kg to 400 kg.',
  ]);
  expect(code).toBe(0);
  const refused = await run('--table', '40..41', '--step', '1', '--json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.said).rows).toHaveLength(2);
});
