import { describe, expect, test } from 'vitest';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';
import { walkBlocks } from '../../protocols/schema/walk-blocks';
import { compile, shipped } from './shipped-documents';

/** The sections each document must have, in this order; links and the printed contents rely on them. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  'iv-ketamine-depression': [
    'indications',
    'contraindications',
    'dosing',
    'dose-preparation',
    'monitoring',
    'hold-and-stop',
    'checklist-before',
    'checklist-during',
    'checklist-after',
    'course-schedule',
    'evidence',
    'glossary',
  ],
  'esketamine-nasal-spray': [
    'indications',
    'contraindications',
    'dosing-trd',
    'dosing-mdsi',
    'administration',
    'patient-preparation',
    'monitoring',
    'discharge',
    'missed-doses',
    'special-populations',
    'rems',
    'checklist-before',
    'checklist-during',
    'checklist-after',
    'evidence',
    'glossary',
  ],
  'monitoring-discharge': [
    'schedule-by-route',
    'bp-thresholds',
    'respiratory-thresholds',
    'sedation-scale',
    'dissociation-scale',
    'observation-times',
    'discharge-criteria',
    'after-discharge',
    'recording-form',
    'glossary',
  ],
  'im-ketamine-session': [
    'indications',
    'contraindications',
    'dosing',
    'dose-preparation',
    'second-injection',
    'monitoring',
    'hold-and-stop',
    'checklist-before',
    'checklist-during',
    'checklist-after',
    'course-schedule',
    'evidence',
    'glossary',
  ],
  'adverse-event-response': [
    'hypertension',
    'dissociation-emergence',
    'anxiety-panic',
    'nausea-vomiting',
    'laryngospasm',
    'respiratory-depression',
    'over-sedation',
    'syncope-bradycardia',
    'anaphylaxis',
    'seizure',
    'psychological-crisis',
    'reporting',
    'glossary',
  ],
  'sc-ketamine-depression': [
    'indications',
    'contraindications',
    'dosing',
    'dose-escalation',
    'dose-preparation',
    'monitoring',
    'hold-and-stop',
    'checklist-before',
    'checklist-during',
    'checklist-after',
    'course-schedule',
    'evidence',
    'glossary',
  ],
  'sublingual-oral-ketamine': [
    'indications',
    'contraindications',
    'dosing-sublingual',
    'dosing-oral',
    'dose-equivalence',
    'administration',
    'time-course',
    'monitoring',
    'home-use-warning',
    'checklist-before',
    'checklist-during',
    'checklist-after',
    'evidence',
    'glossary',
  ],
  'drug-interactions': [
    'benzodiazepines',
    'cns-depressants-opioids-alcohol',
    'stimulants-maoi',
    'lamotrigine',
    'antidepressants-lithium',
    'antipsychotics',
    'theophylline',
    'naltrexone',
    'cyp-inhibitors',
    'cyp-inducers',
    'qt-antiemetics',
    'treatment-day-summary',
    'glossary',
  ],
  'intranasal-racemic-ketamine': [
    'compounding-warning',
    'indications',
    'contraindications',
    'dosing',
    'administration',
    'monitoring',
    'checklist-before',
    'checklist-during',
    'checklist-after',
    'evidence',
    'glossary',
  ],
  'consent-preparation': [
    'consent-items',
    'off-label-and-compounded',
    'fasting',
    'medicines-on-the-day',
    'escort-and-driving',
    'what-to-expect',
    'after-session-advice',
    'checklist-before',
    'glossary',
  ],
  'iv-ketamine-chronic-pain': [
    'indications',
    'evidence-by-condition',
    'contraindications',
    'pre-infusion-tests',
    'dosing',
    'dose-preparation',
    'monitoring',
    'response-assessment',
    'follow-on-treatment',
    'checklist-before',
    'checklist-during',
    'checklist-after',
    'glossary',
  ],
  'kap-session-integration': [
    'set-and-setting',
    'preparation-sessions',
    'dosing-session',
    'therapist-role',
    'integration-sessions',
    'integration-tools',
    'combined-therapy',
    'boundaries-and-suggestion',
    'evidence',
    'checklist-before',
    'checklist-after',
    'glossary',
  ],
  'screening-eligibility': [
    'eligibility',
    'workup',
    'suicide-risk',
    'contraindications-absolute',
    'contraindications-relative',
    'do-not-start-today',
    'pregnancy-age',
    'choosing-a-route',
    'checklist-before',
    'glossary',
  ],
  'outcomes-long-term-safety': [
    'scales',
    'response-remission',
    'follow-up-schedule',
    'maintenance',
    'bladder',
    'liver',
    'cognition',
    'dependence-misuse',
    'pregnancy-lactation',
    'stopping-treatment',
    'glossary',
  ],
  'indication-modules': [
    'suicidal-ideation',
    'ptsd',
    'anxiety-disorders',
    'ocd',
    'alcohol-use-disorder',
    'cocaine-use-disorder',
    'bipolar-depression',
    'chronic-pain-pointer',
    'glossary',
  ],
  'clinic-operations': [
    'staffing',
    'equipment',
    'emergency-kit',
    'emergency-drills',
    'controlled-drug-storage',
    'controlled-drug-log',
    'wastage-and-loss',
    'rems-certification',
    'equipment-checklist',
    'glossary',
  ],
};

test('the library holds the documents it is meant to hold', () => {
  expect(shipped.map(({ id }) => id).toSorted()).toEqual(Object.keys(SECTIONS).toSorted());
});

describe.each(shipped)('$id $version', (document) => {
  test('compiles with no issue', () => {
    const result = compileProtocol(document.text);
    expect(result.ok ? [] : result.error).toEqual([]);
  });

  test('says the id and version its path says', () => {
    expect(compile(document)).toMatchObject({ id: document.id, version: document.version });
  });

  test('is a draft that nobody has approved', () => {
    const protocol = compile(document);
    expect(protocol.status).toBe('draft');
    expect(protocol.approvalDate).toBeUndefined();
  });

  test('has its sections in order', () => {
    expect(compile(document).sections.map(({ id }) => id)).toEqual(SECTIONS[document.id]);
  });

  test('has something to read in every section', () => {
    expect(compile(document).sections.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
  });

  test('names what people type for it', () => {
    expect(compile(document).aliases.length).toBeGreaterThan(3);
    expect([...walkBlocks(compile(document))].filter(({ block }) => block.type === 'glossary')).toHaveLength(1);
  });

  test('tells what to do first when something goes wrong', () => {
    const responses = [...walkBlocks(compile(document))].flatMap(({ block }) =>
      block.type === 'adverse-response' ? [block] : [],
    );
    expect(responses.length).toBeGreaterThan(0);
    expect(responses.filter(({ steps }) => steps.length > 9)).toEqual([]);
  });
});
