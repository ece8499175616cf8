import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toBlockWords } from '../../../protocols/anchoring/passages';
import { type PatientTrace, findPatientTraces } from '../../../protocols/notes/patient-traces';
import { compile, shipped } from '../../documents/shipped-documents';

test.each<[string, PatientTrace]>([
  ['MRN 4471923', 'record-number'],
  ['mrn: A4471923, second session', 'record-number'],
  ['hospital no. 88 21 34', 'record-number'],
  ['Record number: 120045', 'record-number'],
  ['dossier n° 88213', 'record-number'],
  ['Dossier médical numéro 8821334', 'record-number'],
  ['IPP 80012345', 'record-number'],
  ['123-45-6789', 'record-number'],
  ['1 84 12 76 451 089 46', 'record-number'],
  ['943 476 5919 came back today', 'record-number'],
  ['patient 10023456 reacted', 'record-number'],
  ['DOB 04/07/1961', 'birth-date'],
  ['born 4 July 2012', 'birth-date'],
  ['date of birth: 1961-07-04', 'birth-date'],
  ['née le 04/07/2012', 'birth-date'],
  ['né le 4 juillet 2012', 'birth-date'],
  ['Smith, 04.07.1961', 'birth-date'],
  ['phone +44 20 7946 0958', 'phone'],
  ['call (555) 123-4567', 'phone'],
  ['555-123-4567', 'phone'],
  ['06 12 34 56 78', 'phone'],
  ['0612345678', 'phone'],
  ['07700 900123', 'phone'],
])('sees what may be a patient in %j', (text, trace) => {
  expect(findPatientTraces(text)).toContain(trace);
});

test.each([
  '',
  'Start at 8.5 mg per kg, never above 9.75 mg per kg.',
  'Stop at 160/100 mmHg, or 45 above baseline.',
  '0.5 mg/kg over 40 minutes; 1,250 mL; 1 250 mL',
  'Every 15 min: 0, 15, 30, 45, 60, 75, 90, 105, 120',
  'Approved 05/03/2019, reviewed 22/11/2026, in force 2026-01-01',
  'Born of experience: check the vial first',
  'Crash team: extension 2222. Pharmacy 4471.',
  'LOINC 8480-6, SNOMED 385219001, PMID 23982301',
  'Lot 20261122, batch 44719231',
  '20261122 review',
  'Patients no more than 1000 m from the door',
  'Patient number 2 of the day waits in room 3',
  'Ask for the record number and the date of birth on paper only',
  '500 mg in 500 mL at 100 200 300 mL per hour',
  '900 100 1234 beats', // ten digits whose last does not check the others
])('sees nobody in %j', (text) => {
  expect(findPatientTraces(text)).toEqual([]);
});

test('raises no caution over any line of the shipped documents', () => {
  const folder = new URL('../../../protocols/documents/', import.meta.url);
  const lines = readdirSync(folder, { recursive: true })
    .filter((name) => String(name).endsWith('.md'))
    .flatMap((name) => readFileSync(new URL(String(name), folder), 'utf8').split('\n'))
    // Addresses of sources hold catalogue numbers; nobody types them into a note.
    .filter((line) => !line.includes('http'));
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => findPatientTraces(line).length > 0)).toEqual([]);
});

test('raises no caution over any block as a note would repeat it', () => {
  const texts = shipped
    .map(compile)
    .flatMap((protocol) =>
      protocol.sections.flatMap(({ blocks }) => blocks.map((block) => toBlockWords(protocol, block).text)),
    );
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((text) => findPatientTraces(text).length > 0)).toEqual([]);
}, 60_000);
