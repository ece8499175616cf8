import { isDecimal } from '../schema/decimals';
import type { Decimal } from '../schema/scalars';
import { compareAmounts } from '../units/compare';
import type { UnitCode } from '../units/unit-table';
import type { SentenceParams } from '../schema/sentences';
import type { DocumentRule, LintCode } from './finding';
import type { HeldAmounts } from './held-amounts';
import { type Language, type Quantity, findQuantities, toDecimal } from './quantities';

/** One thing wrong with an amount typed in prose; `start` is its offset in the text. */
export interface AmountFinding {
  readonly rule: DocumentRule;
  readonly start: number;
  readonly message: string;
  readonly advice: string;
  readonly code: LintCode;
  readonly params: SentenceParams;
}

interface Typed {
  readonly start: number;
  readonly end: number;
  readonly isDose: boolean;
  readonly amount: { readonly value: Decimal; readonly unit: UnitCode };
}

/**
 * Amounts typed in prose that the blocks of the protocol do not bear out: `beside` holds what the blocks of the same
 * section say, `anywhere` those of the whole protocol.
 */
export function lintAmounts(
  text: string,
  language: Language,
  beside: HeldAmounts,
  anywhere: HeldAmounts,
): AmountFinding[] {
  const typed = findQuantities(text, language).flatMap((quantity) => toTyped(text, quantity));
  return [...typed.flatMap((each) => listUnheld(text, each, beside, anywhere)), ...listFalling(text, typed)];
}

function toTyped(text: string, { start, end, number, unit, code }: Quantity): Typed[] {
  const value = toDecimal(number);
  // Digits that end a name, as in B12, are no amount.
  const isName = /[\p{L}§-]$/u.test(text.slice(Math.max(0, start - 2), start));
  if (code === undefined || isName || !isDecimal(value)) return [];
  return [{ start, end, isDose: unit?.kind === 'dose', amount: { value, unit: code } }];
}

function listUnheld(
  text: string,
  { start, end, isDose, amount }: Typed,
  beside: HeldAmounts,
  anywhere: HeldAmounts,
): AmountFinding[] {
  const shown = text.slice(start, end);
  if (beside.has(amount)) return [];
  const other = beside.findOtherUnit(amount);
  const isElsewhere = anywhere.has(amount) || isCounted(amount, anywhere);
  // An hour held elsewhere may well stand beside a minute of the same number; a milligram beside a microgram may not.
  if (other !== undefined && (isDose || !isElsewhere)) {
    return [
      {
        rule: 'unit-mismatch',
        start,
        message: `"${shown}" stands beside a block that says ${amount.value} ${other}`,
        advice:
          'Repeat the value by reference, such as {{dose-iv.amount.usual}}, so that number and unit cannot differ.',
        code: 'mismatch',
        params: { found: shown, held: `${amount.value} ${other}` },
      },
    ];
  }
  if (isElsewhere) return [];
  return [
    {
      rule: 'number-in-no-block',
      start,
      message: `"${shown}" is in no block of this protocol, so it will fall out of step`,
      advice: 'Write it in a block and repeat it by reference, such as {{dose-iv.amount.usual}}.',
      code: 'in-no-block',
      params: { found: shown },
    },
  ];
}

/** How often is held as a bare count, whatever is counted. */
function isCounted({ value, unit }: Typed['amount'], held: HeldAmounts): boolean {
  return unit.startsWith('{') && held.has({ value, unit: '1' });
}

const START = /\b(?:start|begin|initial|usual|commencer|débuter|initiale?)\w*[^.;]{0,60}$/iu;
const MOST =
  /\b(?:max|never (?:above|more)|not (?:above|more)|no more|up to|at most|ceiling|jamais plus|au plus|sans dépasser)[^.;]{0,40}$/iu;

/** "Start at 20 mg, never above 10 mg". */
function listFalling(text: string, typed: readonly Typed[]): AmountFinding[] {
  return typed.flatMap((most, index) => {
    const start = typed[index - 1];
    if (start === undefined) return [];
    const between = text.slice(start.end, most.start);
    if (!MOST.test(between) || /[.;]\s/.test(between)) return [];
    if (!START.test(text.slice(Math.max(0, start.start - 80), start.start))) return [];
    const order = compareAmounts(most.amount, start.amount);
    if (order === undefined || order >= 0) return [];
    return [
      {
        rule: 'maximum-below-start' as const,
        start: most.start,
        message: `the most, ${text.slice(most.start, most.end)}, is below the start, ${text.slice(start.start, start.end)}`,
        advice: 'Correct one of the two.',
        code: 'most-below-start' as const,
        params: { found: text.slice(most.start, most.end), start: text.slice(start.start, start.end) },
      },
    ];
  });
}
