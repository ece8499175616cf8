import { AS_WRITTEN, type Alternative, BEGUN, BEGUN_OTHER, OTHER, type Way, toAlternatives } from './alternatives';
import { type Word, readWords } from './analyser';
import type { Correction, Searched } from './answer';
import { type DoseIntent, isDoseWord, toDoseIntent } from './dose-intent';
import { type Lexicon, isAbbreviation, isCommon } from './lexicon';
import { type Words, mend } from './mending';
import type { Vocabulary } from './vocabulary';
import { foldWord } from './word-folding';

/** A written word with every way it may be met. */
export interface Group {
  readonly word: Word;
  readonly alternatives: readonly Alternative[];
  /** It names a drug or says an amount: no other answers. */
  readonly isFixed: boolean;
}

interface Phrase {
  readonly span: readonly Word[];
  readonly alternatives: readonly Alternative[];
}

/** A query made ready, independent of how an engine keeps its index. */
export interface QueryPlan {
  readonly words: readonly Word[];
  readonly cutAfter: string;
  readonly groups: readonly Group[];
  readonly repaired: readonly Correction[];
  readonly suggested: readonly Correction[];
  readonly unmatched: readonly string[];
  /** Each word that was looked for, with what the lexicon puts in its place, whether a document holds that or not. */
  readonly searched: readonly Searched[];
  /** Set when the words ask for the dose of a drug. */
  readonly dose: DoseIntent | undefined;
}

const LONGEST_QUERY = 200; // characters; what follows is not read
const MOST_WORDS = 16;
const MOST_PREFIXED = 200;
// Other words for one word or one beginning; where thousands of documents each explain it in their own, the first of them.
const MOST_OTHERS = 200;
const SHORTEST_PREFIX = 2;

/** What can be read of a query: its first words, however long it is; `cutAfter` is the last of them where more follows. */
function readQuery(
  query: string,
  lexicon: Lexicon,
): {
  readonly words: readonly Word[];
  readonly growing: Word | undefined;
  readonly cutAfter: string;
} {
  const all = readWords(query.slice(0, LONGEST_QUERY));
  const words = joinDrugs(all.slice(0, MOST_WORDS), lexicon);
  const isCut = all.length > MOST_WORDS || query.trimEnd().length > LONGEST_QUERY;
  const cutAfter = isCut ? (words.at(-1)?.written ?? '') : '';
  const growing = /\s$/.test(query) ? undefined : words.at(-1);
  // One letter after other words says nothing yet, and what is found would go and come back with the next key.
  if (growing !== undefined && words.length > 1 && /^\p{Ll}$/u.test(growing.written))
    return { words: words.slice(0, -1), growing: undefined, cutAfter };
  return { words, growing, cutAfter };
}

export function toPlan(query: string, known: Words): QueryPlan {
  const { lexicon, vocabulary } = known;
  const { words, growing, cutAfter } = readQuery(query, lexicon);
  const phrases = findPhrases(words, lexicon);
  const plan = {
    words,
    cutAfter,
    groups: [] as Group[],
    repaired: [] as Correction[],
    suggested: [] as Correction[],
    unmatched: [] as string[],
    searched: [] as Searched[],
    dose: toDoseIntent(words, growing !== undefined, lexicon),
  };
  const asked = findAsked(words, phrases);
  const seen = new Set<string>();
  let isDrugMissing = false;
  for (const word of asked) {
    if (seen.has(word.whole)) continue;
    seen.add(word.whole);
    const { written } = word;
    const isDrug =
      lexicon.drugOf(word.whole) !== undefined || (word === growing && lexicon.drugsFrom(word.whole).length > 0);
    const others = phrases.get(word)?.alternatives.map(({ shown }) => shown) ?? [];
    plan.searched.push({ written, others: [...new Set(others)] });
    const alternatives = [
      ...(isCommon(word.whole) && phrases.has(word) ? [] : asWritten(word, lexicon)),
      ...joined(word, words, vocabulary),
      ...(phrases.get(word)?.alternatives ?? []),
      ...(word === growing ? prefixed(word, lexicon, vocabulary) : []),
    ].filter(
      ({ terms }) => terms.length > 0 && !saysMore(terms, word.whole) && terms.every((term) => vocabulary.has(term)),
    );
    if (alternatives.length > 0) {
      plan.groups.push({ word, alternatives, isFixed: isDrug || isAmount(word) });
      continue;
    }
    const mended = mend(word, word === growing, known);
    isDrugMissing ||= isDrug || mended.drugs.length > 0;
    for (const shown of mended.drugs) plan.suggested.push({ written, shown });
    for (const shown of new Set(mended.alternatives.map((one) => one.shown))) plan.repaired.push({ written, shown });
    if (mended.alternatives.length > 0) plan.groups.push({ word, alternatives: mended.alternatives, isFixed: false });
    else plan.unmatched.push(written);
  }
  // The dose of another drug is no answer.
  if (isDrugMissing && plan.groups.every(isOfDose)) plan.groups = [];
  return plan;
}

function isAmount({ kind }: Word): boolean {
  return kind === 'amount' || kind === 'number' || kind === 'pair' || kind === 'every';
}

/** Whether a word says nothing but which dose is asked for: an amount, a route, a word for dose. */
function isOfDose({ word, alternatives }: Group): boolean {
  return (
    isAmount(word) ||
    word.kind === 'unit' ||
    alternatives.some(({ terms: [term = '', ...more] }) => more.length === 0 && isDoseWord(term))
  );
}

/** "r ketamine" and "ket amine" name a drug in two words: each is that one drug, not what its second word names. */
function joinDrugs(words: readonly Word[], lexicon: Lexicon): readonly Word[] {
  const all: Word[] = [];
  for (const word of words) {
    const before = all.at(-1);
    const whole = (before?.whole ?? '') + word.whole;
    if (before === undefined || lexicon.drugOf(whole) === undefined) {
      all.push(word);
      continue;
    }
    const written = `${before.written} ${word.written}`;
    const { start } = before;
    all[all.length - 1] = { written, start, end: word.end, kind: 'compound', whole, parts: [], terms: [whole] };
  }
  return all;
}

/** A phrase with the word itself in it, "ketamine hydrochloride" for ketamine, finds nothing the word does not find. */
function saysMore(terms: readonly string[], whole: string): boolean {
  return terms.length > 1 && terms.includes(whole);
}

/** The words that say something; a phrase of common words alone, such as "how many", counts as its first word. */
function findAsked(words: readonly Word[], phrases: ReadonlyMap<Word, Phrase>): readonly Word[] {
  const asked = words.filter((word) => {
    const span = phrases.get(word)?.span ?? [];
    return (
      !isCommon(word.whole) ||
      word.written === 'IN' ||
      (span.length > 1 && span[0] === word && span.every((other) => isCommon(other.whole)))
    );
  });
  return asked.length === 0 ? words : asked;
}

function asWritten(word: Word, lexicon: Lexicon): Alternative[] {
  const { written, whole, parts, kind } = word;
  const as = (terms: readonly string[], way: Way, shown: string): Alternative => ({ ...way, terms, written, shown });
  const exact = as([whole], AS_WRITTEN, written);
  if (kind === 'every') return [exact, as(parts.slice(0, 1), OTHER, parts[0] ?? '')];
  if (kind === 'pair') return [exact, as(parts.slice(0, 2), OTHER, parts.slice(0, 2).join(', '))];
  // An amount is one word: half of it says something else. A drug such as S-ketamine is never taken apart.
  if (kind !== 'compound' || lexicon.drugOf(whole) !== undefined) return [exact];
  return [exact, as(parts, AS_WRITTEN, written)];
}

/** "spo 2" for SpO2, "sub anaesthetic" for subanaesthetic; two numbers are never joined into a third. */
function joined(word: Word, words: readonly Word[], vocabulary: Vocabulary): Alternative[] {
  const at = words.indexOf(word);
  const pairs = [
    [words[at - 1], word],
    [word, words[at + 1]],
  ] as const;
  return pairs.flatMap(([left, right]) => {
    if (left === undefined || right === undefined || hasDigit(left.whole) || right.kind === 'amount') return [];
    // As one word they may end otherwise: "antips" loses its s, "antipsychotic" does not.
    const term = left.kind === 'word' ? foldWord(left.written + right.written) : left.whole + right.whole;
    const written = `${left.written} ${right.written}`;
    return vocabulary.has(term) ? [{ ...AS_WRITTEN, terms: [term], written, shown: vocabulary.written(term) }] : [];
  });
}

/** The longest phrases of the lexicon in the query, left to right; each of its words may be met by what stands for all. */
function findPhrases(words: readonly Word[], lexicon: Lexicon): Map<Word, Phrase> {
  const found = new Map<Word, Phrase>();
  for (let at = 0; at < words.length; ) {
    let length = Math.min(lexicon.longestPhrase, words.length - at);
    while (length > 0 && !lexicon.has(keyOf(words.slice(at, at + length)))) length--;
    const span = words.slice(at, at + length);
    const written = span.map((word) => word.written).join(' ');
    const alternatives = firstOthers([keyOf(span)], lexicon, written, OTHER);
    for (const word of span) found.set(word, { span, alternatives });
    at += Math.max(length, 1);
  }
  return found;
}

/** Other words for keys, read no further than they count. */
function firstOthers(keys: readonly string[], lexicon: Lexicon, written: string, way: Way): Alternative[] {
  const others: Alternative[] = [];
  for (const key of keys) {
    for (const expansion of lexicon.expand(key)) {
      others.push(...toAlternatives(expansion, written, way));
      if (others.length >= MOST_OTHERS) return others.slice(0, MOST_OTHERS);
    }
  }
  return others;
}

function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.whole).join(' ');
}

function prefixed(word: Word, lexicon: Lexicon, vocabulary: Vocabulary): Alternative[] {
  const { whole: prefix, written } = word;
  // An abbreviation in capitals is whole: SI is not the start of "significant".
  if (prefix.length < SHORTEST_PREFIX || (lexicon.has(prefix) && isAbbreviation(written))) return [];
  // Neither a number nor the unit of an amount may go on: 10 is not the start of 100, nor 0.5 mg/kg of 0.5 mg/kg/h.
  const endsInUnit = /^\d.*\p{L}$/u.test(prefix);
  const goesOn = (term: string): boolean =>
    !(/\d$/.test(prefix) && /^[\d.,]/.test(term.slice(prefix.length))) && !(endsInUnit && term[prefix.length] === '/');
  const terms = vocabulary.withPrefix(prefix, MOST_PREFIXED).filter(goesOn);
  const started = lexicon.withPrefix(prefix, MOST_PREFIXED).filter((key) => !key.includes(' ') && goesOn(key));
  return [
    ...terms.map((term) => ({ ...BEGUN, terms: [term], written, shown: vocabulary.written(term) })),
    ...firstOthers(started, lexicon, written, BEGUN_OTHER),
  ];
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}
