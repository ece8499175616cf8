/** What sort of thing a clinician typed; figures are reported for each. */
export const GOLD_CLASSES = [
  'exact',
  'prefix',
  'one typo',
  'two typos',
  'abbreviation',
  'brand',
  'lay words',
  'French',
  'drug and route',
  'number',
] as const;

export type GoldClass = (typeof GOLD_CLASSES)[number];

/** A query and the places, as protocol/section or protocol/section/block, any of which answers it. */
export type GoldQuery = readonly [query: string, ...wanted: string[]];

export type GoldQueries = Readonly<Record<GoldClass, readonly GoldQuery[]>>;

export const IV = 'iv-ketamine-depression';
export const IM = 'im-ketamine-session';
export const SC = 'sc-ketamine-depression';
export const SL = 'sublingual-oral-ketamine';
export const NASAL = 'intranasal-racemic-ketamine';
export const PAIN = 'iv-ketamine-chronic-pain';
export const SPRAY = 'esketamine-nasal-spray';
export const CARDS = 'adverse-event-response';
export const CLINIC = 'clinic-operations';
export const CONSENT = 'consent-preparation';
export const DRUGS = 'drug-interactions';
export const MODULES = 'indication-modules';
export const THERAPY = 'kap-session-integration';
export const WATCH = 'monitoring-discharge';
export const OUTCOMES = 'outcomes-long-term-safety';
export const SCREENING = 'screening-eligibility';

const RACEMIC = [IV, IM, SC, SL, NASAL, PAIN];

/** A part of any document of racemic ketamine; never of the esketamine spray. */
export function racemic(section: string): string[] {
  return RACEMIC.map((id) => `${id}/${section}`);
}

/** A part of any document that treats with the drug or the spray. */
export function any(section: string): string[] {
  return [...racemic(section), `${SPRAY}/${section}`];
}

/** Where any document says who must not have the drug or the spray. */
export const CONTRAINDICATED = [
  ...any('contraindications'),
  `${SCREENING}/contraindications-absolute`,
  `${SCREENING}/contraindications-relative`,
];

/** Where any document writes about a patient who is pregnant or feeds a child. */
export const MOTHERS = [`${OUTCOMES}/pregnancy-lactation`, `${SCREENING}/pregnancy-age`, ...CONTRAINDICATED];
