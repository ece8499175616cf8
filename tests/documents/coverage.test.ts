import { expect, test } from 'vitest';
import type { Protocol } from '../../protocols/schema/protocol';
import { toBlockWords } from '../../protocols/anchoring/passages';
import { compile, shipped } from './shipped-documents';

/** What a clinician may come for, where the library answers, and a word that each of those sections then says. */
type Subject = readonly [subject: string, places: readonly string[], says: RegExp];

const SUBJECTS: readonly Subject[] = [
  // Assessment and consent
  [
    'full assessment before treatment',
    ['screening-eligibility/eligibility', 'screening-eligibility/workup'],
    /assess|examination/i,
  ],
  [
    'illnesses that rule it out',
    ['screening-eligibility/contraindications-absolute', 'screening-eligibility/contraindications-relative'],
    /hypertension|heart|vascular/i,
  ],
  [
    'past misuse as a reason against',
    ['screening-eligibility/contraindications-relative', 'outcomes-long-term-safety/dependence-misuse'],
    /misuse/i,
  ],
  ['what to tell and to ask before consent', ['consent-preparation/consent-items'], /right to withdraw/i],
  [
    'a plan made for one person',
    ['screening-eligibility/choosing-a-route', 'clinic-operations/staffing'],
    /prescriber|clinician/i,
  ],
  ['usual treatment has failed', ['screening-eligibility/eligibility'], /failed/i],
  ['not a cure and not alone', ['consent-preparation/consent-items'], /not a cure/i],
  // Routes and doses
  ['which route', ['screening-eligibility/choosing-a-route'], /route/i],
  ['infusion into a vein', ['iv-ketamine-depression/dosing'], /infus/i],
  ['injection into a muscle', ['im-ketamine-session/dosing'], /intramuscular|muscle/i],
  [
    'lozenge',
    ['sublingual-oral-ketamine/dosing-sublingual', 'sublingual-oral-ketamine/dosing-oral'],
    /under the tongue|swallow/i,
  ],
  [
    'nasal sprays, one labelled and one compounded',
    ['esketamine-nasal-spray/dosing-trd', 'intranasal-racemic-ketamine/dosing'],
    /ketamine/i,
  ],
  ['injection under the skin', ['sc-ketamine-depression/dosing'], /subcutaneous/i],
  [
    'amounts far below anaesthesia',
    [
      'iv-ketamine-depression/dosing',
      'im-ketamine-session/dosing',
      'sc-ketamine-depression/dosing',
      'sublingual-oral-ketamine/dosing-sublingual',
      'sublingual-oral-ketamine/dosing-oral',
      'intranasal-racemic-ketamine/dosing',
      'iv-ketamine-chronic-pain/dosing',
    ],
    /anaesthe/i,
  ],
  ['how long an infusion runs', ['iv-ketamine-depression/dosing'], /40 min/],
  ['help within a day', ['iv-ketamine-depression/course-schedule'], /24 h|earliest benefit/i],
  [
    'what is not settled',
    [
      'iv-ketamine-depression/evidence',
      'im-ketamine-session/evidence',
      'sc-ketamine-depression/evidence',
      'sublingual-oral-ketamine/evidence',
      'intranasal-racemic-ketamine/evidence',
      'esketamine-nasal-spray/evidence',
      'iv-ketamine-chronic-pain/evidence-by-condition',
    ],
    /\w/,
  ],
  [
    'keeping up the effect',
    ['iv-ketamine-depression/course-schedule', 'outcomes-long-term-safety/maintenance'],
    /maintenance/i,
  ],
  [
    'fine control by pump',
    ['iv-ketamine-depression/dose-preparation', 'iv-ketamine-depression/hold-and-stop'],
    /pump/i,
  ],
  // Watching, place, people
  [
    'watching during the session',
    [
      'monitoring-discharge/schedule-by-route',
      'iv-ketamine-depression/monitoring',
      'im-ketamine-session/monitoring',
      'esketamine-nasal-spray/monitoring',
    ],
    /blood pressure/i,
  ],
  ['trained people and a ready room', ['clinic-operations/staffing', 'clinic-operations/equipment'], /ACLS|suction/],
  ['a therapist beside the patient', ['kap-session-integration/dosing-session'], /therapist is in the room/i],
  [
    'a calm room with music and soft light',
    ['kap-session-integration/set-and-setting', 'iv-ketamine-depression/checklist-before'],
    /music/i,
  ],
  ['a safe and supportive place', ['kap-session-integration/set-and-setting'], /safe/i],
  [
    'light dissociation at the peak',
    ['monitoring-discharge/dissociation-scale', 'adverse-event-response/dissociation-emergence'],
    /dissociation/i,
  ],
  // Therapy and follow-up
  ['talking in or after the session', ['kap-session-integration/dosing-session'], /talk/i],
  [
    'therapy before, during and after',
    [
      'kap-session-integration/preparation-sessions',
      'kap-session-integration/dosing-session',
      'kap-session-integration/integration-sessions',
    ],
    /sessions/i,
  ],
  ['journal, meditation, talking', ['kap-session-integration/integration-tools'], /journal/i],
  ['making sense of what came up', ['kap-session-integration/integration-sessions'], /integration/i],
  ['follow-up and change of medicines', ['outcomes-long-term-safety/follow-up-schedule'], /session/i],
  ['cognitive behavioural therapy alongside', ['kap-session-integration/combined-therapy'], /cognitive behavioural/i],
  ['exercise and diet', ['kap-session-integration/integration-tools'], /exercise, diet/i],
  [
    'no promise about hidden memories',
    ['kap-session-integration/boundaries-and-suggestion'],
    /promise nothing about hidden memories/i,
  ],
  [
    'strong emotion and trauma coming up',
    ['adverse-event-response/psychological-crisis', 'kap-session-integration/dosing-session'],
    /emotion/i,
  ],
  ['what is known of ketamine with therapy', ['kap-session-integration/evidence'], /review/i],
  // Uses
  [
    'depression that resists treatment',
    ['iv-ketamine-depression/indications', 'sc-ketamine-depression/indications', 'esketamine-nasal-spray/indications'],
    /treatment-resistant depression/i,
  ],
  ['bipolar depression', ['indication-modules/bipolar-depression'], /bipolar/i],
  ['post-traumatic stress', ['indication-modules/ptsd'], /trials conflict/i],
  ['anxiety', ['indication-modules/anxiety-disorders'], /anxiety/i],
  [
    'alcohol and cocaine',
    ['indication-modules/alcohol-use-disorder', 'indication-modules/cocaine-use-disorder'],
    /abstinent/i,
  ],
  [
    'lasting and nerve pain',
    [
      'iv-ketamine-chronic-pain/indications',
      'iv-ketamine-chronic-pain/evidence-by-condition',
      'indication-modules/chronic-pain-pointer',
    ],
    /pain/i,
  ],
  ['thoughts of suicide', ['indication-modules/suicidal-ideation', 'esketamine-nasal-spray/dosing-mdsi'], /suicidal/i],
  ['obsessive-compulsive disorder', ['indication-modules/ocd'], /trials conflict/i],
  // Risks and how it works
  [
    'blood pressure goes up',
    ['monitoring-discharge/bp-thresholds', 'adverse-event-response/hypertension'],
    /systolic/i,
  ],
  ['the pulse goes up', ['monitoring-discharge/bp-thresholds'], /heart rate/i],
  ['feeling outside the body', ['adverse-event-response/dissociation-emergence'], /dissociation/i],
  ['nausea', ['adverse-event-response/nausea-vomiting'], /nausea/i],
  [
    'dizziness',
    ['adverse-event-response/syncope-bradycardia', 'monitoring-discharge/discharge-criteria'],
    /dizz|steady/i,
  ],
  ['confusion and memory', ['outcomes-long-term-safety/cognition'], /memory/i],
  [
    'dependence and street use',
    ['outcomes-long-term-safety/dependence-misuse', 'clinic-operations/controlled-drug-log'],
    /misuse|log/i,
  ],
  ['the bladder', ['outcomes-long-term-safety/bladder'], /urinary/i],
  ['use that nobody watches', ['sublingual-oral-ketamine/home-use-warning'], /without supervision/i],
  ['glutamate and the NMDA receptor', ['screening-eligibility/choosing-a-route'], /NMDA/],
  // What a clinic needs besides
  [
    'other medicines',
    ['drug-interactions/benzodiazepines', 'drug-interactions/treatment-day-summary'],
    /benzodiazepine/i,
  ],
  ['fasting', ['consent-preparation/fasting'], /fasting/i],
  [
    'escort and driving',
    ['consent-preparation/escort-and-driving', 'monitoring-discharge/after-discharge'],
    /driving/i,
  ],
  ['the emergency kit', ['clinic-operations/emergency-kit'], /epinephrine/i],
  [
    'records of controlled drugs',
    ['clinic-operations/controlled-drug-storage', 'clinic-operations/wastage-and-loss'],
    /records|DEA/,
  ],
  [
    'the esketamine programme',
    ['esketamine-nasal-spray/rems', 'clinic-operations/rems-certification'],
    /REMS|certified/,
  ],
  ['the liver', ['outcomes-long-term-safety/liver'], /liver/i],
  [
    'pregnancy and breastfeeding',
    ['outcomes-long-term-safety/pregnancy-lactation', 'screening-eligibility/pregnancy-age'],
    /breastfe/i,
  ],
  ['a score for going home', ['monitoring-discharge/discharge-criteria'], /PADSS/],
];

const sections: ReadonlyMap<string, string> = new Map(
  shipped.map(compile).flatMap((protocol) => protocol.sections.map((section) => textOfSection(protocol, section))),
);

function textOfSection(protocol: Protocol, { id, blocks }: Protocol['sections'][number]): [string, string] {
  return [`${protocol.id}/${id}`, blocks.map((block) => toBlockWords(protocol, block).text).join('\n')];
}

test.each(SUBJECTS)('the library answers: %s', (_subject, places, says) => {
  expect(places.filter((place) => !sections.has(place))).toEqual([]);
  expect(places.filter((place) => !says.test(sections.get(place) ?? ''))).toEqual([]);
});

test('no document is there for nothing', () => {
  const used = new Set(SUBJECTS.flatMap(([, places]) => places.map((place) => place.split('/')[0])));
  expect(shipped.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
});

test('a section that says nothing of its subject is noticed', () => {
  expect(/failed/i.test(sections.get('screening-eligibility/glossary') ?? '')).toBe(false);
  expect(sections.get('screening-eligibility/no-such-section')).toBeUndefined();
});
