import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWords } from '../../../protocols/search/analyser';

const wholes = (text: string): string[] => readWords(text).map((word) => word.whole);

describe('one amount is one word', () => {
  test.each([
    ['0.01mg/kg', ['0.01mg/kg']],
    ['0.01 mg/kg', ['0.01mg/kg']],
    ['0.01 mg per kg', ['0.01mg/kg']],
    ['0,01 mg par kg', ['0.01mg/kg']],
    ['0.1 mg/kg', ['0.1mg/kg']],
    ['0.1 mg.kg-1', ['0.1mg/kg']],
    ['0.1 mg·kg⁻¹', ['0.1mg/kg']],
    ['0.1 mg kg-1 h-1', ['0.1mg/kg/h']],
    ['0.1 mg.kg−1.min−1', ['0.1mg/kg/min']],
    ['0.1 mg. Kg 1', ['0.1mg', 'kg', '1']], // the end of a sentence
    ['½ mg/kg', ['0.5mg/kg']],
    ['1½ mg', ['1.5mg']],
    ['1 ¼ mg', ['1.25mg']],
    ['10 mg/kg', ['10mg/kg']],
    ['500 µg', ['500mcg']], // U+00B5
    ['500 μg', ['500mcg']], // U+03BC
    ['500 mcg', ['500mcg']],
    ['500 micrograms', ['500mcg']],
    ['40-60 min', ['40min', '60min']],
    ['40 to 60 minutes', ['40min', '60min']],
    ['60-minute infusion', ['60min', 'infusion']],
    ['0.75 mg/kg/h', ['0.75mg/kg/h']],
    ['10 per minute', ['10/min']],
    ['300mg IV', ['300mg', 'iv']],
    ['92%', ['92%']],
    ['140/90 mmHg', ['140/90']],
    ['day 1', ['day', '1']],
  ])('%s', (text, expected) => {
    expect(wholes(text)).toEqual(expected);
  });

  test('keeps the number, the unit and the pair beside the whole, for who knows only a part', () => {
    expect(readWords('0.01 mg/kg')[0]?.parts).toEqual(['0.01', 'mg/kg', 'mg', 'kg']);
    expect(readWords('140/90 mmHg')[0]?.parts).toEqual(['140', '90', '140mmhg', '90mmhg']);
  });
});

describe('one number is one word however it is written', () => {
  test.each([
    ['1.0', '1'],
    ['.5', '0.5'],
    ['½', '0.5'],
    ['0,5', '0.5'],
    ['1,000', '1000'],
    ['0,125', '0.125'],
    ['1.25', '1.25'],
    ['10', '10'],
    ['05', '05'], // not five: nobody knows what was meant
  ])('%s is %s', (text, expected) => {
    expect(wholes(text)).toEqual([expected]);
  });

  test('reads a list of numbers as several', () => {
    expect(wholes('items 1,2,6,7')).toEqual(['item', '1', '2', '6', '7']);
  });
});

describe('intervals', () => {
  test.each([
    ['q15min', 'q15min'],
    ['every 15 minutes', 'q15min'],
    ['toutes les 15 minutes', 'q15min'],
    ['q 8 h', 'q8h'],
    ['q3-5min', 'q3-5min'], // never q35min, which is another interval
    ['q35min', 'q35min'],
  ])('%s is %s', (text, expected) => {
    expect(wholes(text)).toEqual([expected]);
  });
});

describe('letters', () => {
  test.each([
    ['Ménière', ['meniere']],
    ['Guillain–Barré', ['guillainbarre']],
    ['Sjögren’s', ['sjogren']],
    ["l'oxygène d’urgence", ['oxygene', 'urgence']],
    ['SpO₂', ['spo2']],
    ['SpO2', ['spo2']],
    ['i.v.', ['iv']],
    ['cœur', ['coeur']],
    ['β-blocker', ['betablocker']],
    ['TNF-α', ['tnfalpha']],
    ['haemorrhage', ['hemorrhage']],
    ['oedema', ['edema']],
    ['paediatric', ['pediatric']],
    ['diarrhoea', ['diarrhea']],
    ['anaesthetic dyspnoea', ['anesthetic', 'dyspnea']],
    ['aerosol coexist exercise', ['aerosol', 'coexist', 'exercise']], // "ae", "oe" and "ise" that are not British spelling
    ['doses boxes studies', ['dose', 'box', 'study']],
    ['thrombosis status loss', ['thrombosis', 'status', 'loss']],
    ['IV/IM', ['iv', 'im']],
  ])('%s', (text, expected) => {
    expect(wholes(text)).toEqual(expected);
  });

  test.each([
    ['n-acetylcysteine', ['nacetylcysteine', 'n', 'acetylcysteine']],
    ['12-lead', ['12lead', '12', 'lead']],
    ['D‑dimer', ['ddimer', 'd', 'dimer']], // no-break hyphen
    ['C-SSRS', ['cssr', 'c', 'ssr']],
    ['MOAA/S', ['moaa', 's']],
  ])('%s is found whole and by its parts', (text, expected) => {
    expect(readWords(text).flatMap((word) => word.terms)).toEqual(expected);
  });
});

test('says where each word stands in the text as written, accents and all', () => {
  const text = 'Surveiller l’anesthésie à 0,5 mg/kg : SpO₂';
  expect(readWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Surveiller',
    'l’anesthésie',
    'à',
    '0,5 mg/kg',
    'SpO₂',
  ]);
});

test('reads any text without failing, in order and within its bounds', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (text) => {
      let last = 0;
      for (const { start, end } of readWords(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(end).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});
