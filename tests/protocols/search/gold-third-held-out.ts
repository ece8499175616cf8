import {
  any,
  CARDS,
  CLINIC,
  CONSENT,
  DRUGS,
  type GoldQueries,
  IM,
  IV,
  MODULES,
  MOTHERS,
  NASAL,
  OUTCOMES,
  PAIN,
  racemic,
  SC,
  SCREENING,
  SL,
  SPRAY,
  THERAPY,
  WATCH,
} from './gold-places';

/** What to do for blood pressure over the limit: the card, and the response each document keeps. */
const PRESSURE = [
  `${CARDS}/hypertension`,
  `${WATCH}/bp-thresholds`,
  ...[IV, IM, SC].map((id) => `${id}/hold-and-stop`),
  ...[SL, NASAL].map((id) => `${id}/monitoring/response-pressure`),
  `${PAIN}/monitoring/stop-infusion`,
  `${SPRAY}/monitoring/crisis`,
];

/** What to do for a patient who does not rouse or breathe. */
const BREATHING = [
  `${CARDS}/over-sedation`,
  `${CARDS}/respiratory-depression`,
  `${WATCH}/respiratory-thresholds`,
  ...[IV, IM, SC].map((id) => `${id}/hold-and-stop`),
  ...[SL, NASAL].map((id) => `${id}/monitoring/response-sedation`),
  `${PAIN}/monitoring/stop-sedation`,
  `${SPRAY}/monitoring/breathing-response`,
];

/** What to do for a patient in distress. */
const DISTRESS = [
  `${CARDS}/anxiety-panic`,
  `${CARDS}/dissociation-emergence`,
  `${CARDS}/psychological-crisis`,
  `${THERAPY}/dosing-session/response-distress`,
  ...[IV, IM, SC].map((id) => `${id}/hold-and-stop`),
  ...[SL, NASAL].map((id) => `${id}/monitoring/response-distress`),
  `${PAIN}/monitoring/stop-distress`,
];

const FASTING = [`${CONSENT}/fasting`, ...any('checklist-before'), `${SPRAY}/patient-preparation`];

const DRIVING = [
  `${CONSENT}/escort-and-driving`,
  `${WATCH}/after-discharge`,
  `${SPRAY}/discharge`,
  ...racemic('checklist-after'),
];

const GOING_HOME = [`${WATCH}/discharge-criteria`, `${SPRAY}/discharge`, ...any('checklist-after')];

const LIVER_TESTS = [
  `${OUTCOMES}/liver`,
  `${OUTCOMES}/follow-up-schedule`,
  `${SCREENING}/workup`,
  `${PAIN}/pre-infusion-tests`,
];

const URINARY = [
  `${OUTCOMES}/bladder`,
  `${OUTCOMES}/follow-up-schedule`,
  `${SCREENING}/contraindications-relative`,
  ...racemic('contraindications'),
];

const LAMOTRIGINE = [`${DRUGS}/lamotrigine`, `${DRUGS}/treatment-day-summary`, `${CONSENT}/medicines-on-the-day`];

const STIMULANTS = [
  `${DRUGS}/stimulants-maoi`,
  `${DRUGS}/treatment-day-summary`,
  `${CONSENT}/medicines-on-the-day`,
  `${SCREENING}/contraindications-relative`,
  ...any('contraindications'),
];

const RAISED_LEVELS = [
  `${DRUGS}/cyp-inhibitors`,
  `${DRUGS}/treatment-day-summary`,
  `${SL}/dosing-oral/figures-interactions`,
  `${SL}/contraindications`,
];

const MAINTENANCE = [
  `${OUTCOMES}/maintenance`,
  `${IV}/course-schedule`,
  `${SPRAY}/dosing-trd/dose-trd-maintenance`,
  `${SPRAY}/dosing-trd/least-frequent`,
  `${SPRAY}/dosing-trd/trd-answer`,
];

const ABSOLUTE = [`${SCREENING}/contraindications-absolute`, ...any('contraindications')];

const INTENT = [
  `${SCREENING}/do-not-start-today`,
  `${CARDS}/psychological-crisis`,
  `${SCREENING}/suicide-risk`,
  `${MODULES}/suicidal-ideation`,
  `${WATCH}/discharge-criteria/response-intent`,
  `${OUTCOMES}/follow-up-schedule/response-worse`,
];

/**
 * A third hand's queries, written from the documents alone. Four are a drug's name misspelt ("labetolol",
 * "carbamazapine", "clarythromicin", "lamotragene"), which the program answers with the name and nothing else. The
 * figures of the first run stand in tests/README.md.
 */
export const THIRD_HELD_OUT: GoldQueries = {
  exact: [
    ['controlled drug missing', `${CLINIC}/wastage-and-loss`],
    ['room and mood', `${THERAPY}/set-and-setting`],
    [
      'defibrillator',
      `${CLINIC}/equipment`,
      `${CLINIC}/equipment-checklist`,
      `${CLINIC}/emergency-drills/response-call`,
    ],
    [
      'emergence reaction',
      `${CARDS}/dissociation-emergence`,
      `${IM}/evidence/emergence`,
      `${CONSENT}/after-session-advice/figures-after`,
    ],
    ['liver tests', ...LIVER_TESTS],
    ['spit or swallow', `${SL}/administration`, `${SL}/checklist-before`],
    [
      'worked example',
      `${IV}/dose-preparation/figures-example`,
      `${SC}/dose-preparation/figures-example`,
      `${SL}/dose-equivalence/figures-example`,
      `${PAIN}/dosing/figures-example`,
    ],
    ['what the therapist does', `${THERAPY}/therapist-role`],
    ['fasting rules', ...FASTING],
    ['alcohol use disorder', `${MODULES}/alcohol-use-disorder`],
  ],
  prefix: [
    ['laryng', `${CARDS}/laryngospasm`],
    ['anaphy', `${CARDS}/anaphylaxis`],
    ['discharge sco', `${WATCH}/discharge-criteria`],
    [
      'rifamp',
      `${DRUGS}/cyp-inducers`,
      `${DRUGS}/treatment-day-summary`,
      `${SL}/dosing-oral/figures-interactions`,
      `${SL}/contraindications`,
    ],
    ['ondans', `${CARDS}/nausea-vomiting`, `${DRUGS}/qt-antiemetics`],
    ['suicidal inten', ...INTENT],
    ['integr', `${THERAPY}/integration-sessions`, `${THERAPY}/integration-tools`],
    ['maint', ...MAINTENANCE],
    ['rems enrol', `${CLINIC}/rems-certification`, `${SPRAY}/rems`, `${SPRAY}/checklist-before`],
    ['dilu', `${IV}/dose-preparation`, `${PAIN}/dose-preparation`],
  ],
  'one typo': [
    ['laryngospam', `${CARDS}/laryngospasm`],
    ['anaphlaxis', `${CARDS}/anaphylaxis`],
    ['bradycarida', `${CARDS}/syncope-bradycardia`],
    ['discharge critera', ...GOING_HOME],
    ['chronic pian dose', `${PAIN}/dosing`],
    ['infromed consent', `${CONSENT}/consent-items`, `${CONSENT}/checklist-before`],
    ['wastge', `${CLINIC}/wastage-and-loss`, `${CLINIC}/controlled-drug-log`],
    ['pregnent', ...MOTHERS, `${SPRAY}/special-populations`, `${SCREENING}/do-not-start-today`],
    ['labetolol', `${CARDS}/hypertension`],
    ['carbamazapine', `${DRUGS}/cyp-inducers`, `${DRUGS}/treatment-day-summary`, `${SL}/contraindications`],
  ],
  'two typos': [
    ['disociation scael', `${WATCH}/dissociation-scale`, `${OUTCOMES}/scales/figures-cadss`],
    ['hipertensive crissis', ...PRESSURE],
    ['respitory depresion', ...BREATHING],
    ['abslute contraindcations', ...ABSOLUTE],
    ['pregnacy tset', ...MOTHERS, `${SCREENING}/workup`],
    [
      'bipoler depresion',
      `${MODULES}/bipolar-depression`,
      `${SCREENING}/contraindications-relative`,
      ...[IV, IM, SC, SL, NASAL].map((id) => `${id}/contraindications`),
    ],
    ['fasing ruls', ...FASTING],
    ['nasuea vomitting', `${CARDS}/nausea-vomiting`],
    ['clarythromicin', ...RAISED_LEVELS],
    ['lamotragene', ...LAMOTRIGINE],
  ],
  abbreviation: [
    ['low RR', ...BREATHING, ...any('monitoring'), `${SCREENING}/do-not-start-today`],
    [
      'GAD',
      `${OUTCOMES}/scales/figures-gad7`,
      `${OUTCOMES}/follow-up-schedule/check-follow-up`,
      `${MODULES}/anxiety-disorders`,
    ],
    ['OCD dose', `${MODULES}/ocd`],
    ['LUTS', ...URINARY],
    ['OSA', `${SCREENING}/workup`, `${SCREENING}/contraindications-relative`, ...racemic('contraindications')],
    ['uncontrolled HTN', `${SCREENING}/contraindications-absolute`, ...racemic('contraindications')],
    ['ICH history', ...ABSOLUTE],
    [
      'VA criteria',
      `${SCREENING}/eligibility`,
      ...[IV, IM, SC, SL, NASAL].map((id) => `${id}/indications`),
      `${MODULES}/bipolar-depression/bipolar-va`,
    ],
    ['ADHD meds', ...STIMULANTS],
    ['ACLS BLS', `${CLINIC}/staffing`],
  ],
  brand: [
    ['Versed dose', `${CARDS}/dissociation-emergence`, `${CARDS}/seizure`],
    ['Zofran dose', `${CARDS}/nausea-vomiting`],
    ['Lamictal hold', ...LAMOTRIGINE],
    ['Vyvanse', ...STIMULANTS],
    ['Risperdal', `${DRUGS}/antipsychotics`],
    ['Anectine', `${CARDS}/laryngospasm`],
    ['Spravato elderly', `${SPRAY}/special-populations`],
    [
      'Afrin and Spravato',
      `${SPRAY}/patient-preparation`,
      `${DRUGS}/treatment-day-summary`,
      `${CONSENT}/medicines-on-the-day`,
    ],
    ['Prozac', `${DRUGS}/antidepressants-lithium`, `${DRUGS}/treatment-day-summary`],
    [
      'Suboxone',
      `${DRUGS}/cns-depressants-opioids-alcohol`,
      `${DRUGS}/treatment-day-summary`,
      `${SCREENING}/contraindications-relative`,
      ...any('contraindications'),
    ],
  ],
  'lay words': [
    ['can they drive home', ...DRIVING],
    ['feeling sick', `${CARDS}/nausea-vomiting`],
    ['blacked out', `${CARDS}/syncope-bradycardia`, ...BREATHING],
    ['peeing a lot', ...URINARY],
    ['panicking', ...DISTRESS],
    [
      'no ride home',
      `${CONSENT}/escort-and-driving`,
      `${CONSENT}/checklist-before`,
      `${SCREENING}/do-not-start-today`,
      `${SPRAY}/patient-preparation`,
      ...any('checklist-before'),
    ],
    ['ate breakfast', ...FASTING, `${SCREENING}/do-not-start-today`, `${CONSENT}/checklist-before`],
    ['is it addictive', `${OUTCOMES}/dependence-misuse`],
    [
      'memory problems after',
      `${OUTCOMES}/cognition`,
      `${CONSENT}/consent-items/figures-frequency`,
      `${OUTCOMES}/follow-up-schedule/check-follow-up`,
    ],
    [
      'changed their mind',
      `${CONSENT}/what-to-expect/response-change-of-mind`,
      `${CONSENT}/consent-items/consent-rights`,
      `${CONSENT}/checklist-before`,
    ],
  ],
  French: [
    ['tension trop haute', ...PRESSURE, ...any('monitoring'), `${SCREENING}/do-not-start-today`],
    ['femme enceinte', ...MOTHERS, `${SPRAY}/special-populations`],
    ['conduire après kétamine', ...DRIVING],
    ['arrêt respiratoire', ...BREATHING, `${CLINIC}/emergency-drills/response-call`],
    [
      'débit de perfusion',
      `${IV}/dosing`,
      `${IV}/dose-preparation`,
      `${PAIN}/dosing`,
      `${IV}/checklist-before`,
      `${PAIN}/checklist-before`,
    ],
    ["séance d'intégration", `${THERAPY}/integration-sessions`, `${THERAPY}/integration-tools`],
    ['troubles urinaires', ...URINARY],
    ['palier de dose', `${SC}/dose-escalation`],
    ['vol de stupéfiants', `${CLINIC}/wastage-and-loss`],
    ['effets secondaires à expliquer', `${CONSENT}/consent-items`],
  ],
  'drug and route': [
    [
      'ketamine infusion pump rate',
      `${IV}/dosing`,
      `${IV}/dose-preparation`,
      `${PAIN}/dosing`,
      `${IV}/checklist-before`,
      `${PAIN}/checklist-before`,
    ],
    ['ketamine IM max', `${IM}/dosing`],
    ['subcut ketamine start dose', `${SC}/dosing`],
    ['hydralazine IV', `${CARDS}/hypertension`],
    ['oral clonidine', `${CARDS}/hypertension`],
    ['troche dose', `${SL}/dosing-sublingual`],
    ['swallowed ketamine mg/kg', `${SL}/dosing-oral`, `${SL}/dose-equivalence`],
    ['compounded spray dose', `${NASAL}/dosing`, `${NASAL}/administration`],
    ['IM ketamine injection site', `${IM}/dose-preparation`],
    ['ketamine lozenge onset', `${SL}/time-course`, `${SCREENING}/choosing-a-route/figures-onset`],
  ],
  number: [
    ['84 mg twice weekly', `${SPRAY}/dosing-trd`, `${SPRAY}/dosing-mdsi`],
    ['bp 180/120', ...PRESSURE, ...any('monitoring'), `${SCREENING}/do-not-start-today`],
    ['sats 88', ...BREATHING, ...any('monitoring')],
    [
      'PHQ-9 15',
      `${OUTCOMES}/scales/figures-phq9`,
      `${SCREENING}/eligibility/figures-eligibility`,
      `${IV}/indications/figures-eligibility`,
    ],
    ['100 mg/mL vial', ...[IV, IM, SC, PAIN].map((id) => `${id}/dose-preparation`)],
    ['22 mg/h', `${PAIN}/evidence-by-condition`],
    ['pulse over 120', `${WATCH}/bp-thresholds`],
    ['BMI 30', `${IV}/dosing`],
    ['100 mL over 40 min', `${IV}/dose-preparation`],
    [
      '2 hours observation',
      `${WATCH}/observation-times`,
      `${SPRAY}/monitoring`,
      `${SPRAY}/discharge`,
      ...[IM, SC, SL, NASAL, PAIN].map((id) => `${id}/monitoring/figures-stay`),
    ],
  ],
};
