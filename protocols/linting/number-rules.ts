import type { LintCode, TextFinding, TextRule } from './finding';
import { type Language, type Quantity, findQuantities, toDecimal } from './quantities';

/** The rules about how an amount is written. */
export function lintNumbers(text: string, language: Language): TextFinding[] {
  return findQuantities(text, language).flatMap((quantity) => {
    const before = text.slice(Math.max(0, quantity.start - 8), quantity.start);
    // Digits that end a name, as in H2 or PHQ-9, are no amount; a long word is a drug that ran into its dose.
    if (/\p{L}$/u.test(before)) return /\p{L}{4}$/u.test(before) ? listNameRun(text, quantity) : [];
    return [
      ...listPlaces(quantity, before),
      ...listUnits(text, quantity),
      ...listSize(text, quantity, before, language),
    ];
  });
}

function listNameRun(text: string, quantity: Quantity): TextFinding[] {
  const { start, end, raw, unit, unitWord } = quantity;
  if (unit?.kind !== 'dose') return [];
  const name = /\p{L}+$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? '';
  return [
    {
      rule: 'name-run-into-dose',
      start: start - name.length,
      end,
      message: `"${name}${raw}" runs the name into the dose; a last letter may be read as a digit`,
      advice: `Write "${name} ${raw} ${unitWord}".`,
      code: 'run-name',
      params: { found: `${name}${raw}`, instead: `${name} ${raw} ${unitWord}` },
    },
  ];
}

function listPlaces(quantity: Quantity, before: string): TextFinding[] {
  const { raw, number, unitWord } = quantity;
  if (unitWord === undefined) return [];
  const shown = `${toDecimal(number)} ${unitWord}`;
  const findings: TextFinding[] = [];
  if (number.whole === '' && !/[\d)\]]$/.test(before))
    findings.push(
      toFinding(
        ['bare-decimal', 'no-zero'],
        quantity,
        [`${raw} ${unitWord}`, shown],
        `"${raw} ${unitWord}" has no zero before the point; the point is easily missed`,
        `Write "${shown}".`,
      ),
    );
  if (number.fraction.endsWith('0'))
    findings.push(
      toFinding(
        ['trailing-zero', 'end-zero'],
        quantity,
        [`${raw} ${unitWord}`, shown],
        `"${raw} ${unitWord}" ends in a zero after the point; it is read as ten times as much`,
        `Write "${shown}".`,
      ),
    );
  return findings;
}

const UNSAFE_UNITS: Readonly<Record<string, readonly [why: string, write: string]>> = {
  U: ['is read as 0 or 4', 'units'],
  u: ['is read as 0 or 4', 'units'],
  IU: ['is read as IV or 10', 'units'],
  iu: ['is read as IV or 10', 'units'],
  UI: ['is read as IV or 10', 'unités'],
  cc: ['is read as u, or as two zeros', 'mL'],
};

function listUnits(text: string, quantity: Quantity): TextFinding[] {
  const { unitWord, unit, isInherited, isJoined, raw, numberEnd } = quantity;
  if (unitWord === undefined || isInherited) return [];
  const unsafe = Object.hasOwn(UNSAFE_UNITS, unitWord) ? UNSAFE_UNITS[unitWord] : undefined;
  if (unsafe !== undefined) {
    const [why, write] = unsafe;
    const start = text.indexOf(unitWord, numberEnd);
    return [
      {
        rule: 'unit-abbreviation',
        start,
        end: start + unitWord.length,
        message: `"${unitWord}" ${why}`,
        advice: `Write "${raw} ${write}".`,
        code: 'unit-misread',
        params: { found: unitWord, instead: `${raw} ${write}` },
      },
    ];
  }
  if (!isJoined || unit?.kind === 'time' || unit?.kind === 'count' || unitWord === '°C') return [];
  return [
    toFinding(
      ['unit-run-into-number', 'run-unit'],
      quantity,
      [`${raw}${unitWord}`, `${raw} ${unitWord}`],
      `"${raw}${unitWord}" runs the number into its unit; the m may be read as zeros`,
      `Write "${raw} ${unitWord}".`,
    ),
  ];
}

function listSize(text: string, quantity: Quantity, before: string, language: Language): TextFinding[] {
  const { number, raw, unitWord, unit, numberEnd } = quantity;
  if (number.isGrouped) return [];
  const isLarge =
    unit === undefined
      ? /^[1-9]\d*000$/.test(raw) && raw.length >= 5 && !isIdentifier(before, text.slice(numberEnd, numberEnd + 2))
      : number.whole.length >= (unit.kind === 'dose' || unit.kind === 'reading' ? 4 : 5);
  if (!isLarge || number.whole.startsWith('0')) return [];
  const separator = language === 'fr' ? '\u00A0' : ',';
  const grouped = number.whole.replaceAll(/\B(?=(?:\d{3})+$)/g, separator);
  const rest = raw.slice(number.whole.length) + (unitWord === undefined ? '' : ` ${unitWord}`);
  return [
    toFinding(
      ['ungrouped-number', 'no-group'],
      quantity,
      [raw, `${grouped}${rest}`],
      `"${raw}" has no separator; a zero is easily lost or added`,
      `Write "${grouped}${rest}"${unitWord === undefined ? '' : ', or use a larger unit'}.`,
    ),
  ];
}

/** A number after a sign or a capital word, or with more behind it, names something and counts nothing. */
function isIdentifier(before: string, after: string): boolean {
  return /[#№°:/_-]\s?$|\p{Lu}{2,}[ \u00A0]?$/u.test(before) || /^[-/_\p{L}]/u.test(after);
}

function toFinding(
  [rule, code]: readonly [TextRule, LintCode],
  { start, end }: Quantity,
  [found, instead]: readonly [string, string],
  message: string,
  advice: string,
): TextFinding {
  return { rule, start, end, message, advice, code, params: { found, instead } };
}
