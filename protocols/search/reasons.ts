import type { Reason } from './answer';
import type { Alternative } from './alternatives';

const WITH_DIGIT = /\d/;

/** Why a word written so was met: in the words of the query and of the text. */
export function toReason({ tier, written, shown, terms, abbreviated = false }: Alternative): Reason {
  if (tier === 'exact') return { kind: terms.some((term) => WITH_DIGIT.test(term)) ? 'number' : 'exact', written };
  if (tier === 'expanded') return { kind: abbreviated ? 'abbreviation' : 'synonym', written, shown };
  return { kind: tier, written, shown };
}
