import type { Reason } from './answer';
import type { Alternative } from './plan';

const WITH_DIGIT = /\d/;
// BP, SpO2, i.v., C-SSRS: one word with two capitals, or letters each with a point.
const ABBREVIATED = /^(?:\S*\p{Lu}\S*\p{Lu}\S*|(?:\p{L}\.){2,})$/u;

/** Why a word written so was met: in the words of the query and of the text. */
export function toReason({ tier, written, shown, terms }: Alternative): Reason {
  if (tier === 'exact') return { kind: terms.some((term) => WITH_DIGIT.test(term)) ? 'number' : 'exact', written };
  if (tier !== 'expanded') return { kind: tier, written, shown };
  return { kind: isAbbreviation(written) || isAbbreviation(shown) ? 'abbreviation' : 'synonym', written, shown };
}

function isAbbreviation(text: string): boolean {
  return ABBREVIATED.test(text);
}
