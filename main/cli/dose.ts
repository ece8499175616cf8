import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findDoseBlock } from '../../protocols/dose/check-sitting';
import { computeDose } from '../../protocols/dose/compute-dose';
import type { DoseAnswer, DoseRefusal, DoseResult } from '../../protocols/dose/dose-answer';
import type { DoseRequest } from '../../protocols/dose/dose-request';
import type { Measured } from '../../protocols/dose/exact';
import { toInstant } from '../../protocols/notes/instant';
import { isDay } from '../../protocols/schema/scalars';
import type { Protocol } from '../../protocols/schema/protocol';
import { compareVersions } from '../../protocols/schema/versions';
import { toDay, toStanding } from '../../protocols/text/in-force';
import { type Command, DOCUMENTS, type Options, readOptions } from './command';
import { DOSE_OPTIONS, readClinicValues, readInputs, readTable } from './dose-options';
import { toLimitLine, toRangeWords, toReasonWords, toStepLine, toWarningLine, toWords } from './dose-words';
import { readEdition } from './read-edition';

/** Works out a dose as the screen does, with its working, or says why there is no number. */
export const doseCommand: Command = {
  usage: '--protocol ID[@VERSION] --block ID [--weight 70.5] [--vial "50 mg/mL"] [--table 40..120] [--enable] [--json]',
  about:
    'Works out a dose with its whole working, or says why there is none. The same calculation as on the Dose screen.',
  teaches: `What is entered
  --weight 70.5        kilograms today             --height 170      centimetres   --sex female|male
  --amount "0.5 mg/kg" chosen within the block; needed wherever sources differ or the block offers steps
  --over "40 min"      else the block's usual time --vial "50 mg/mL" strength in hand, never assumed
  --made-up "50 mL"    what an infusion is made up to
  --given "35 mg 12 min ago; 20 mg 40 min ago BLOCK"  doses of this sitting    --repeat 1  rule of the block followed
What a clinic sets, and its switch. They stand in for a clinic here, and are printed as such, set by --by NAME.
  --enable             turns the calculator on for this edition; without it there is no number
  --basis actual-weight|ideal-weight|adjusted-weight      --maximum "70 mg"   --session-maximum "100 mg"
  --round "1 mg"  --round-volume "0.01 mL"  --round-rate "0.1 mL/h"   rounded down; add nearest to round to the nearest
  --clinic-vial "50 mg/mL"  --clinic-made-up "50 mL"
They may narrow what the document says and never widen it. Numbers are read as on screen: 70,5 is 70.5, and 1,250 is asked about.
Without @VERSION the newest edition in --library FOLDER (${DOCUMENTS} unless said). --today 2031-02-01 asks for another day.
  --table 40..120 --step 5   one row for each weight, every 5 kg unless said; a row that is refused says why
Exit 0 a dose, 1 refused, 2 could not run. A table exits 1 when every row is refused.
  npm run protocols -- dose --protocol esketamine-nasal-spray --block dose-mdsi --amount "84 mg" --enable
  npm run protocols -- dose --protocol iv-ketamine-depression --block dose-iv --weight 70 --amount "0.5 mg/kg" \\
    --vial "50 mg/mL" --made-up "50 mL" --over "40 min" --basis actual-weight --maximum "70 mg" \\
    --round "0.1 mg" --round-volume "0.01 mL" --round-rate "0.1 mL/h" --enable`,
  async run(args) {
    const options = readOptions(args, DOSE_OPTIONS, ['enable']);
    const request = await readRequest(options);
    const table = readTable(options);
    const standing = request.standing;
    if (table === undefined) {
      const answer = computeDose(request);
      if (options.json) console.log(JSON.stringify({ standing, answer }));
      else for (const line of toLines(request, answer)) console.log(line);
      return answer.kind === 'dose' ? 0 : 1;
    }
    const rows = table.map((weight) => ({
      weight,
      answer: computeDose({ ...request, inputs: { ...request.inputs, weight } }),
    }));
    if (options.json) console.log(JSON.stringify({ standing, rows }));
    else for (const line of toTableLines(request, rows)) console.log(line);
    return rows.some(({ answer }) => answer.kind === 'dose') ? 0 : 1;
  },
};

async function readRequest(options: Options): Promise<DoseRequest> {
  const { find, has, words } = options;
  const [named, blockId] = [find('protocol'), find('block')];
  if (named === undefined || blockId === undefined) throw new Error('say which --protocol and which --block');
  if (words.length > 0) throw new Error(`"${words[0]}" is no option; an amount with its unit stands in quotes`);
  const today = find('today') ?? toDay(new Date());
  if (!isDay(today)) throw new Error(`--today must be a day such as 2031-04-30, not "${today}"`);
  const protocol = await readNamed(named, find('library') ?? DOCUMENTS);
  const block = findDoseBlock(protocol, blockId);
  const by = find('by') ?? 'command line';
  const at = toInstant(new Date());
  const key = { protocolId: protocol.id, version: protocol.version };
  return {
    protocol,
    blockId,
    inputs: block === undefined ? {} : readInputs(options, block),
    clinic: readClinicValues(options, by, at),
    calculator: has('enable') ? { ...key, by: `${by} (--enable)`, at } : undefined,
    standing: toStanding(protocol, today),
  };
}

/** An edition by its name, or the newest of a protocol. */
async function readNamed(named: string, folder: string): Promise<Protocol> {
  if (!/^[a-z][a-z0-9-]*$/.test(named)) return readEdition(named, folder);
  const files = await readdir(join(folder, named)).catch(() => []);
  const versions = files.flatMap((file) => /^(\d+\.\d+\.\d+)\.(?:md|json)$/.exec(file)?.[1] ?? []);
  const newest = versions.toSorted(compareVersions).at(-1);
  if (newest === undefined) throw new Error(`there is no protocol ${named} in ${folder}`);
  return readEdition(`${named}@${newest}`, folder);
}

function toHead({ protocol, blockId, standing }: DoseRequest, { place }: DoseAnswer): string[] {
  const where = `${protocol.title}, block ${place.number} ${blockId}, ${place.protocolId}@${place.version}`;
  return standing === 'draft' ? [toWarningLine({ kind: 'draft' }), where] : [where];
}

function toLines(request: DoseRequest, answer: DoseAnswer): string[] {
  return [...toHead(request, answer), ...(answer.kind === 'dose' ? toResultLines(answer) : toRefusalLines(answer))];
}

function toRefusalLines({ reason, amount }: DoseRefusal): string[] {
  const range = amount === undefined ? [] : [`The block gives ${toRangeWords(amount)}.`];
  return [`No dose. ${toReasonWords(reason)}`, ...range];
}

/** The large lines of the screen, in its order. */
function toResultLines(result: DoseResult): string[] {
  const { drug, route, dose, volume, madeUp, rate, duration, capped, vial } = result;
  const large: readonly (readonly [string, Measured | undefined])[] = [
    ['DOSE', dose],
    ['DRAW UP', volume],
    ['MAKE UP TO', madeUp],
    ['RATE', rate],
    ['OVER', duration],
  ];
  return [
    `${drug.tallMan ?? drug.name}, ${route}`,
    ...large.flatMap(([label, value]) => (value === undefined ? [] : [`${label} ${toWords(value)}`])),
    ...(vial === undefined ? [] : [`vial ${toWords(vial)}`]),
    ...(capped === undefined
      ? []
      : [`CAPPED from ${toWords(capped.from)} to ${toWords(capped.to)} by the ${capped.by}`]),
    ...result.steps.map(toStepLine),
    ...result.limits.map(toLimitLine),
    ...result.clinic.map(({ setting, by, at }) => `${setting} set by the clinic: ${by}, ${at}`),
    `calculator on: ${result.calculator.by}, ${result.calculator.at}`,
    ...result.warnings.filter(({ kind }) => kind !== 'draft').map(toWarningLine),
  ];
}

function toTableLines(
  request: DoseRequest,
  rows: readonly { readonly weight: Measured; readonly answer: DoseAnswer }[],
): string[] {
  const [first] = rows;
  const head = first === undefined ? [] : toHead(request, first.answer);
  return [
    ...head,
    'weight\tdose\tdraw up\trate',
    ...rows.map(({ weight, answer }) =>
      answer.kind === 'dose'
        ? [weight, answer.dose, answer.volume, answer.rate]
            .map((each) => (each === undefined ? '–' : toWords(each)))
            .join('\t') + (answer.capped === undefined ? '' : '\tcapped')
        : `${toWords(weight)}\tno dose: ${toReasonWords(answer.reason)}`,
    ),
  ];
}
