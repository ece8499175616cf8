export type PatientTrace = 'record-number' | 'birth-date' | 'phone';

const NUMBER_WORD = String.raw`(?:number|no|nr|num(?:é|e)ro|n°|nº|#|id)`;
const RECORD = [
  // A word for a record, then a number: MRN 4471923, hospital no. A12345, dossier n° 88213.
  String.raw`\b(?:mrn|urn|nip|ipp|ins|nss)\b[\s:#.°º-]*[a-z]{0,3}\d[\d\s-]{3,}`,
  String.raw`\b(?:record|patient|hospital|chart|nhs|medicare|insurance|dossier|identifiant)(?:\s+m[ée]dical)?\s*${NUMBER_WORD}[\s:.#-]*[a-z]{0,3}\d[\d\s-]{3,}`,
  // United States, France: numbers of a fixed grouping.
  String.raw`\b\d{3}-\d{2}-\d{4}\b`,
  String.raw`\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2])\s?(?:\d{2}|2[ab])\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b`,
];
// A catalogue's number is not a patient's.
const CATALOGUED = /(?:pmid|pubmed|snomed|sctid|loinc|nct|isrctn|doi|isbn|ndc|lot|batch|rxcui|atc)[\s:#.-]*$/i;
const WRITTEN_DAY = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/; // 20261122
const LONG_NUMBER = /(?<![\w.,/-])\d{8,12}(?![\d.,/-]*\d)/g;
const GROUPED_TEN = /(?<![\d.,-])(\d{3})[ -](\d{3})[ -](\d{4})(?![\d-])/g;

const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|déc)[a-zéû]*\.?`;
const DATE = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:er)?\s+${MONTH}\s+\d{4}|${MONTH}\s+\d{1,2},?\s+\d{4})`;
const BIRTH = [
  // Not \b: it does not know accented letters.
  String.raw`(?<!\p{L})(?:dob|d\.o\.b\.?|ddn|born|birth\s?date|date\s+of\s+birth|date\s+de\s+naissance|née?)(?!\p{L})[\s:,(]*(?:on\s+|le\s+)?${DATE}`,
  // A whole day far in the past: a review or an approval is of these years.
  String.raw`(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-](?:19\d{2}|200\d)(?![\d./-]*\d)`,
];

const PHONE = [
  String.raw`(?<![\d.])\+\d{1,3}[\s.-]?\(?\d{1,4}\)?(?:[\s.-]?\d{2,4}){2,4}(?!\d)`,
  String.raw`\(\d{3}\)\s?\d{3}[\s.-]\d{4}\b`,
  String.raw`(?<![\d.-])\d{3}[-.]\d{3}[-.]\d{4}(?![\d-])`,
  String.raw`(?<![\d.,])0[1-9](?:[\s.-]?\d{2}){4}(?![\d.,]*\d)`,
  String.raw`(?<![\d.,])0\d{3,4}\s\d{3}\s?\d{3,4}(?!\d)`,
];

const any = (patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'iu');
const RECORD_NUMBER = any(RECORD);
const BIRTH_DATE = any(BIRTH);
const PHONE_NUMBER = any(PHONE);

/**
 * What in a text looks like a patient: only ever a gentle word at the field. Nothing is blocked, and nothing found is kept.
 * Patterns are narrow on purpose: a caution that cries over "160/100" would be read past when it matters.
 */
export function findPatientTraces(text: string): readonly PatientTrace[] {
  const traces: PatientTrace[] = [];
  if (RECORD_NUMBER.test(text) || hasLongNumber(text) || hasHealthServiceNumber(text)) traces.push('record-number');
  if (BIRTH_DATE.test(text)) traces.push('birth-date');
  if (PHONE_NUMBER.test(text)) traces.push('phone');
  return traces;
}

function hasLongNumber(text: string): boolean {
  for (const match of text.matchAll(LONG_NUMBER)) {
    if (match[0].startsWith('0') && match[0].length === 10) continue; // a telephone, told as one
    if (WRITTEN_DAY.test(match[0])) continue;
    if (!CATALOGUED.test(text.slice(Math.max(0, match.index - 24), match.index))) return true;
  }
  return false;
}

/** Ten digits in groups of 3, 3 and 4 whose last digit checks the others, as the British health service writes them. */
function hasHealthServiceNumber(text: string): boolean {
  for (const match of text.matchAll(GROUPED_TEN)) {
    const digits = Array.from(match.slice(1).join('')).map((digit) => Number.parseInt(digit, 10));
    const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check === digits[9]) return true;
  }
  return false;
}
