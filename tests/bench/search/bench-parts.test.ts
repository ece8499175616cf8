import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import { parseCanonical } from '../../../protocols/authoring/parse-canonical';
import { isCopy, originOf, readLibrary, resample, toRecords } from './corpus';
import { ENGINES } from './engines';
import { toDosePattern, toExactDoses, toPrecision } from './exact-doses';
import { measureLookAlikes } from './look-alikes';
import { answers, toGeneratedQueries } from './queries';

const library = readLibrary(join(import.meta.dirname, '../../../protocols/documents'));
const documents = [...resample(library, 400)];
const copies = documents.filter(({ protocol }) => isCopy(protocol.id));

test('a copy is a sound document of its own that names another drug', () => {
  expect(copies.length).toBeGreaterThan(10);
  for (const { protocol, drug } of copies) {
    expect(parseCanonical(toCanonicalJson(protocol)).ok).toBe(true);
    const named = JSON.stringify({ ...protocol, id: '' }).match(/k[eé]tamine|spravato/gi);
    expect([protocol.id, named]).toEqual([protocol.id, null]);
    expect(JSON.stringify(protocol).includes(drug ?? '?')).toBe(true);
    expect(library.map(({ id }) => id)).toContain(originOf(protocol.id));
  }
  expect(new Set(documents.map(({ protocol }) => protocol.id)).size).toBe(documents.length);
});

test('the library comes first and whole, and the same seed gives the same documents', () => {
  expect(documents.slice(0, library.length).map(({ protocol }) => protocol)).toEqual(library);
  expect([...resample(library, 400)]).toEqual(documents);
  expect([...resample(library, 400, 1)]).not.toEqual(documents);
  expect(documents.reduce((sum, { protocol }) => sum + protocol.sections.length, 0)).toBeGreaterThanOrEqual(400);
});

test('every text of a document is a record of its own place', () => {
  const records = [...toRecords(documents)];
  expect(records.map(({ id }) => id)).toEqual(records.map((_, at) => at));
  expect(records.filter(({ place }) => place === 'iv-ketamine-depression/dosing/dose-iv')).toHaveLength(1);
});

test('a copy answers a question that names no drug, and not one that asks for ours', () => {
  const wanted = ['monitoring-discharge/discharge-criteria'];
  const copy = 'monitoring-discharge-x3/discharge-criteria/discharge-answer';
  expect(answers({ name: 'exact', query: 'discharge criteria', wanted }, copy)).toBe(true);
  expect(answers({ name: 'exact', query: 'discharge after ketamine', wanted }, copy)).toBe(false);
  expect(answers({ name: 'exact', query: 'discharge after ketamine', wanted }, wanted[0] ?? '')).toBe(true);
  expect(answers({ name: 'exact', query: 'discharge criteria', wanted }, 'monitoring-discharge-x3/scales')).toBe(false);
});

test('asks for every copied document by its title', () => {
  const queries = toGeneratedQueries(documents);
  const titles = queries.filter(({ name }) => name === 'generated title');
  expect(titles.length).toBeGreaterThan(10);
  // Whatever has that very title is an answer, and nothing else.
  for (const { query, wanted } of titles) {
    const titled = documents.filter(({ protocol }) => protocol.title.toLowerCase() === query);
    expect(wanted).toEqual(titled.map(({ protocol }) => protocol.id));
  }
});

test.each([
  ['0.5 mg/kg', 'usual 0.5\u00A0mg\u00A0per\u00A0kg, over', true],
  ['0.5 mg/kg', '0.5 mg/kg', true],
  ['0.5 mg/kg', '0.5 to 1 mg/kg', true],
  ['0.5 mg/kg', '0.5 mg per kg per hour', false],
  ['0.5 mg/kg', '10.5 mg/kg', false],
  ['0.5 mg/kg', '0.05 mg/kg', false],
  ['0.75 mg/kg/h', '0.75 mg per kg per hour', true],
  ['16 mg', '16 mg/kg', false],
  ['16 mg', '116 mg', false],
])('%s in "%s": %s', (dose, text, held) => {
  expect(toDosePattern(dose).test(text)).toBe(held);
});

const [ours] = ENGINES;
if (ours === undefined) throw new Error('our own engine is measured too');

test('what is found for a dose of the library holds that very dose, all of the first five', () => {
  const shipped = documents.slice(0, library.length);
  const { engine } = ours.build({ protocols: () => library, records: () => toRecords(shipped) });
  const doses = toExactDoses(library);
  const found = doses.map((dose) => ({ dose, places: engine.find(dose).places.slice(0, 5) }));
  expect(doses).toEqual(expect.arrayContaining(['0.5 mg/kg', '84 mg', '0.75 mg/kg/h']));
  expect(toPrecision(found, toRecords(shipped)).filter(({ precision }) => precision < 1)).toEqual([]);
});

test('a drug that is not in the library never leads to its look-alike without a word', () => {
  const { pairs, unlabelled } = measureLookAlikes(ours, library);
  expect(pairs).toBeGreaterThanOrEqual(24);
  expect(unlabelled).toBe(0);
});
