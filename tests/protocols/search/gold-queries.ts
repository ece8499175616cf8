const IV = 'iv-ketamine-depression';
const SPRAY = 'esketamine-nasal-spray';
const WATCH = 'monitoring-discharge';

const RACEMIC = [
  IV,
  'im-ketamine-session',
  'sc-ketamine-depression',
  'sublingual-oral-ketamine',
  'intranasal-racemic-ketamine',
  'iv-ketamine-chronic-pain',
];

/** A part of any document of racemic ketamine; never of the esketamine spray. */
function racemic(section: string): string[] {
  return RACEMIC.map((id) => `${id}/${section}`);
}

/** A part of any document that treats with the drug or the spray. */
function any(section: string): string[] {
  return [...racemic(section), `${SPRAY}/${section}`];
}

/**
 * What a clinician types, and the places, as protocol/section, any of which answers. Written down before the ranking was
 * looked at; a place is added only where the document really answers the question there. Places of documents still to be
 * written may stand here already.
 */
export const GOLD: readonly (readonly [query: string, ...wanted: string[]])[] = [
  // Drug and route
  ['ketamine IV', `${IV}/dosing`],
  ['ket iv', `${IV}/dosing`],
  ['ketamine iv dose', `${IV}/dosing`],
  ['i.v. ketamine dose', `${IV}/dosing`],
  ['kétamine intraveineuse', `${IV}/dosing`],
  ['ketamine IM', 'im-ketamine-session/dosing', 'im-ketamine-session/second-injection'],
  ['ketamine sc dose', 'sc-ketamine-depression/dosing', 'sc-ketamine-depression/dose-escalation'],
  ['ketamine intrav', `${IV}/dosing`],
  ['Ketalar', ...racemic('indications')],
  ['spravato', `${SPRAY}/indications`],
  ['Spravato dose', `${SPRAY}/dosing-trd`, `${SPRAY}/dosing-mdsi`],
  ['max esketamine dose', `${SPRAY}/dosing-trd`, `${SPRAY}/dosing-mdsi`],
  ['posologie eskétamine', `${SPRAY}/dosing-trd`, `${SPRAY}/dosing-mdsi`],
  ['dose maximale spravato', `${SPRAY}/dosing-trd`, `${SPRAY}/dosing-mdsi`],
  ['how much ketamine', ...racemic('dosing'), 'sublingual-oral-ketamine/dosing-sublingual'],
  ['MDSI', `${SPRAY}/dosing-mdsi`],
  ['acute suicidal ideation dose', `${SPRAY}/dosing-mdsi`],
  // Amounts and times
  ['ketamine 0.5 mg/kg', ...racemic('dosing'), ...racemic('dose-escalation')],
  ['kétamine 0,5 mg/kg', ...racemic('dosing'), ...racemic('dose-escalation')],
  ['0.5mg per kg over 40 min', `${IV}/dosing`],
  ['84 mg', `${SPRAY}/dosing-trd`, `${SPRAY}/dosing-mdsi`, `${SPRAY}/administration`],
  ['56mg', `${SPRAY}/dosing-trd`, `${SPRAY}/dosing-mdsi`, `${SPRAY}/administration`],
  ['75 mL/h', `${IV}/dose-preparation`],
  ['bp q10min', `${WATCH}/schedule-by-route`, `${IV}/monitoring`],
  ['140/90', `${WATCH}/bp-thresholds`, ...any('monitoring')],
  ['pump rate', `${IV}/dose-preparation`, `${IV}/dosing`],
  ['dilution ketamine', `${IV}/dose-preparation`],
  ['débit perfusion', `${IV}/dose-preparation`, `${IV}/dosing`],
  ['first ketamine infusion cap', `${IV}/dosing`],
  ['obesity dosing weight', `${IV}/dosing`],
  // Who must not have it
  ['spravato contraindications', `${SPRAY}/contraindications`],
  ['contre-indications eskétamine', `${SPRAY}/contraindications`],
  ['contre-indications kétamine', ...racemic('contraindications'), 'screening-eligibility/contraindications-absolute'],
  ['ketamine CI', ...racemic('contraindications'), 'screening-eligibility/contraindications-absolute'],
  [
    'pregnant',
    'outcomes-long-term-safety/pregnancy-lactation',
    ...any('contraindications'),
    'screening-eligibility/contraindications-absolute',
    'screening-eligibility/contraindications-relative',
  ],
  [
    'grossesse',
    'outcomes-long-term-safety/pregnancy-lactation',
    ...any('contraindications'),
    'screening-eligibility/contraindications-absolute',
    'screening-eligibility/contraindications-relative',
  ],
  ['breastfeeding spravato', `${SPRAY}/contraindications`],
  [
    'brain bleed',
    ...any('contraindications'),
    'screening-eligibility/contraindications-absolute',
    'screening-eligibility/contraindications-relative',
  ],
  ['AVM', ...any('contraindications')],
  ['theophylline', ...racemic('contraindications'), 'drug-interactions/theophylline'],
  ['bipolar', ...racemic('contraindications'), 'indication-modules/bipolar-depression'],
  ['benzo with ketamine', 'drug-interactions/benzodiazepines', ...racemic('contraindications')],
  [
    'foie',
    'outcomes-long-term-safety/liver',
    ...any('contraindications'),
    'screening-eligibility/contraindications-absolute',
    'screening-eligibility/contraindications-relative',
    `${SPRAY}/special-populations`,
  ],
  ['TRD', ...any('indications'), `${SPRAY}/dosing-trd`, 'screening-eligibility/eligibility'],
  // Watching
  ['esketamine bp', `${SPRAY}/monitoring`],
  ['bp limits', `${WATCH}/bp-thresholds`],
  ['tension artérielle', `${WATCH}/bp-thresholds`, 'adverse-event-response/hypertension', ...any('monitoring')],
  ['hr limit', `${WATCH}/bp-thresholds`, ...racemic('monitoring')],
  [
    'fréquence respiratoire',
    `${WATCH}/respiratory-thresholds`,
    'adverse-event-response/respiratory-depression',
    ...any('monitoring'),
  ],
  ['spo2', `${WATCH}/respiratory-thresholds`, 'adverse-event-response/respiratory-depression', ...any('monitoring')],
  [
    'low sats',
    `${WATCH}/respiratory-thresholds`,
    'adverse-event-response/respiratory-depression',
    ...racemic('hold-and-stop'),
    ...any('monitoring'),
  ],
  ['MOAA/S', `${WATCH}/sedation-scale`, 'adverse-event-response/over-sedation', ...racemic('monitoring')],
  ['sedation score', `${WATCH}/sedation-scale`],
  ['CADSS', `${WATCH}/dissociation-scale`],
  [
    'C-SSRS',
    `${WATCH}/discharge-criteria`,
    'outcomes-long-term-safety/scales',
    'adverse-event-response/psychological-crisis',
    ...racemic('monitoring'),
  ],
  ['surveillance spravato', `${SPRAY}/monitoring`, `${WATCH}/schedule-by-route`],
  // When it goes wrong
  ['stop infusion', `${IV}/hold-and-stop`],
  ['when to stop ketamine infusion', `${IV}/hold-and-stop`],
  [
    'too sleepy',
    'adverse-event-response/over-sedation',
    ...racemic('hold-and-stop'),
    `${SPRAY}/monitoring`,
    `${WATCH}/respiratory-thresholds`,
  ],
  [
    'chest pain',
    'adverse-event-response/hypertension',
    ...racemic('hold-and-stop'),
    ...any('monitoring'),
    `${WATCH}/bp-thresholds`,
  ],
  [
    'panic during infusion',
    ...racemic('hold-and-stop'),
    'iv-ketamine-chronic-pain/monitoring',
    'adverse-event-response/anxiety-panic',
  ],
  ['bp crisis', `${SPRAY}/monitoring`, 'adverse-event-response/hypertension'],
  // Going home
  ['discharge criteria', `${WATCH}/discharge-criteria`],
  ['critères de sortie', `${WATCH}/discharge-criteria`],
  ['PADSS', `${WATCH}/discharge-criteria`],
  ['aldrete', `${WATCH}/discharge-criteria`],
  ['how long to stay after esketamine', `${WATCH}/observation-times`, `${SPRAY}/discharge`, `${SPRAY}/monitoring`],
  [
    'driving',
    ...racemic('checklist-after'),
    `${WATCH}/after-discharge`,
    `${SPRAY}/discharge`,
    'consent-preparation/escort-and-driving',
  ],
  [
    'conduite automobile',
    ...racemic('checklist-after'),
    `${WATCH}/after-discharge`,
    `${SPRAY}/discharge`,
    'consent-preparation/escort-and-driving',
  ],
  [
    'escort',
    ...any('checklist-after'),
    ...any('checklist-before'),
    `${WATCH}/discharge-criteria`,
    'consent-preparation/escort-and-driving',
  ],
  // Getting ready, giving it, afterwards
  ['NPO', ...any('checklist-before'), `${SPRAY}/patient-preparation`, 'consent-preparation/fasting'],
  ['à jeun', ...any('checklist-before'), `${SPRAY}/patient-preparation`, 'consent-preparation/fasting'],
  ['food before spravato', `${SPRAY}/patient-preparation`],
  ['how to give spravato', `${SPRAY}/administration`],
  ['missed dose', `${SPRAY}/missed-doses`],
  ['séance manquée', `${SPRAY}/missed-doses`],
  ['elderly esketamine', `${SPRAY}/special-populations`],
  ['REMS', `${SPRAY}/rems`],
  ['checklist before infusion', ...racemic('checklist-before')],
  ['maintenance infusions', `${IV}/course-schedule`],
  ['how many infusions', `${IV}/course-schedule`, `${IV}/dosing`],
  ['ECT', `${IV}/evidence`],
  ['recording form', `${WATCH}/recording-form`],
  // Slips of the finger
  [
    'contraindcations',
    ...any('contraindications'),
    'screening-eligibility/contraindications-absolute',
    'screening-eligibility/contraindications-relative',
  ],
  ['dischage criteria', `${WATCH}/discharge-criteria`],
  ['obsevation time', `${WATCH}/observation-times`],
  [
    'anuerysm',
    ...any('contraindications'),
    'screening-eligibility/contraindications-absolute',
    'screening-eligibility/contraindications-relative',
  ],
  ['monitring esketamine', `${SPRAY}/monitoring`, `${WATCH}/schedule-by-route`],
  [
    'brestfeeding',
    'outcomes-long-term-safety/pregnancy-lactation',
    ...any('contraindications'),
    'screening-eligibility/contraindications-absolute',
    'screening-eligibility/contraindications-relative',
  ],
];
