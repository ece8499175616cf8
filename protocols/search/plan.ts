import { type Word, readWords } from './analyser';
import type { Correction, Searched, Tier } from './answer';
import { type DoseIntent, toDoseIntent } from './dose-intent';
import { type Expansion, type Lexicon, isAbbreviation, isCommon } from './lexicon';
import type { Speller } from './speller';

/** One way a written word may stand in a text; all its terms must occur. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
  readonly tier: Tier;
  /** What was written, which may be a whole phrase, and what stands for it. */
  readonly written: string;
  readonly shown: string;
  /** One of the two is an abbreviation of the other. */
  readonly abbreviated?: boolean;
}

/** A written word with every way it may be met. */
export interface Group {
  readonly word: Word;
  readonly alternatives: readonly Alternative[];
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

/** What a plan has to know about the words of the documents. */
export interface Vocabulary {
  has(term: string): boolean;
  withPrefix(prefix: string, limit: number): string[];
  written(term: string): string;
}

export const WEIGHTS = { exact: 1, expanded: 0.8, prefix: 0.7, repaired: 0.85 } as const;
const INDIRECT = 0.9; // of two synonyms of one term
const LONGEST_QUERY = 200; // characters; what follows is not read
const MOST_WORDS = 16;
const MOST_PREFIXED = 200;
// Other words for one word or one beginning; where thousands of documents each explain it in their own, the first of them.
const MOST_OTHERS = 200;
const MOST_REPAIRS = 3;
const SHORTEST_PREFIX = 2;

/** What can be read of a query: its first words, however long it is; `cutAfter` is the last of them where more follows. */
function readQuery(query: string): { readonly words: readonly Word[]; readonly cutAfter: string } {
  const all = readWords(query.slice(0, LONGEST_QUERY));
  const words = all.slice(0, MOST_WORDS);
  const isCut = all.length > MOST_WORDS || query.trimEnd().length > LONGEST_QUERY;
  return { words, cutAfter: isCut ? (words.at(-1)?.written ?? '') : '' };
}

export function toPlan(query: string, lexicon: Lexicon, vocabulary: Vocabulary, speller: Speller): QueryPlan {
  const { words, cutAfter } = readQuery(query);
  const growing = /\s$/.test(query) ? undefined : words.at(-1);
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
  for (const word of asked) {
    if (seen.has(word.whole)) continue;
    seen.add(word.whole);
    const others = phrases.get(word)?.alternatives.map(({ shown }) => shown) ?? [];
    plan.searched.push({ written: word.written, others: [...new Set(others)] });
    const alternatives = [
      ...(isCommon(word.whole) && phrases.has(word) ? [] : asWritten(word, lexicon)),
      ...joined(word, words, vocabulary),
      ...(phrases.get(word)?.alternatives ?? []),
      ...(word === growing ? prefixed(word, lexicon, vocabulary) : []),
    ].filter(
      ({ terms }) => terms.length > 0 && !saysMore(terms, word.whole) && terms.every((term) => vocabulary.has(term)),
    );
    if (alternatives.length === 0) repair(word, lexicon, vocabulary, speller, plan);
    else plan.groups.push({ word, alternatives });
  }
  return plan;
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
  const as = (terms: readonly string[], tier: 'exact' | 'expanded', shown: string): Alternative => ({
    terms,
    weight: WEIGHTS[tier],
    tier,
    written,
    shown,
  });
  const exact = as([whole], 'exact', written);
  if (kind === 'every') return [exact, as(parts.slice(0, 1), 'expanded', parts[0] ?? '')];
  if (kind === 'pair') return [exact, as(parts.slice(0, 2), 'expanded', parts.slice(0, 2).join(', '))];
  // An amount is one word: half of it says something else. A drug such as S-ketamine is never taken apart.
  if (kind !== 'compound' || lexicon.drugOf(whole) !== undefined) return [exact];
  return [exact, as(parts, 'exact', written)];
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
    const term = left.whole + right.whole;
    const written = `${left.written} ${right.written}`;
    return vocabulary.has(term)
      ? [{ terms: [term], weight: WEIGHTS.exact, tier: 'exact', written, shown: vocabulary.written(term) } as const]
      : [];
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
    const alternatives = lexicon
      .expand(keyOf(span))
      .flatMap((expansion) => toAlternatives(expansion, written, WEIGHTS.expanded))
      .slice(0, MOST_OTHERS);
    for (const word of span) found.set(word, { span, alternatives });
    at += Math.max(length, 1);
  }
  return found;
}

function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.whole).join(' ');
}

function toAlternatives(
  { shown, forms, direct, abbreviated }: Expansion,
  written: string,
  weight: number,
  tier: Tier = 'expanded',
): Alternative[] {
  const weighed = direct ? weight : weight * INDIRECT;
  const as = { weight: weighed, tier, written, shown, abbreviated };
  return forms.map((terms) => ({ terms, ...as }));
}

function prefixed(word: Word, lexicon: Lexicon, vocabulary: Vocabulary): Alternative[] {
  const { whole: prefix, written } = word;
  // An abbreviation in capitals is whole: SI is not the start of "significant".
  if (prefix.length < SHORTEST_PREFIX || (lexicon.has(prefix) && isAbbreviation(written))) return [];
  // Neither a number nor the unit of an amount may go on: 10 is not the start of 100, nor 0.5 mg/kg of 0.5 mg/kg/h.
  const isAmount = /^\d.*\p{L}$/u.test(prefix);
  const goesOn = (term: string): boolean =>
    !(/\d$/.test(prefix) && /^[\d.,]/.test(term.slice(prefix.length))) && !(isAmount && term[prefix.length] === '/');
  const terms = vocabulary.withPrefix(prefix, MOST_PREFIXED).filter(goesOn);
  const started = lexicon.withPrefix(prefix, MOST_PREFIXED).filter((key) => !key.includes(' ') && goesOn(key));
  return [
    ...terms.map(
      (term) =>
        ({ terms: [term], weight: WEIGHTS.prefix, tier: 'prefix', written, shown: vocabulary.written(term) }) as const,
    ),
    ...started
      .flatMap((key) => lexicon.expand(key))
      .flatMap((expansion) => toAlternatives(expansion, written, WEIGHTS.expanded * WEIGHTS.prefix))
      .slice(0, MOST_OTHERS),
  ];
}

function repair(
  word: Word,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
  speller: Speller,
  plan: { groups: Group[]; repaired: Correction[]; suggested: Correction[]; unmatched: string[] },
): void {
  const { whole, written } = word;
  // A drug that is simply not in the library is spelt well: nothing like it is meant.
  const known = lexicon.drugOf(whole) !== undefined;
  const near = known ? [] : speller.near(whole, MOST_REPAIRS);
  const drugs = near.filter((candidate) => lexicon.drugOf(candidate.word) !== undefined);
  for (const drug of drugs) plan.suggested.push({ written, shown: vocabulary.written(drug.word) });
  // One drug is never searched in place of another word: it is offered, and a person decides.
  const closest = near[0]?.distance;
  const alternatives = near
    .filter((candidate) => candidate.distance === closest && drugs.length === 0 && candidate.word !== whole)
    .flatMap(({ word: meant, distance }) => {
      const weight = WEIGHTS.repaired / (1 + distance / 4);
      const shown = vocabulary.written(meant);
      const other = lexicon
        .expand(meant)
        .flatMap((expansion) =>
          toAlternatives({ ...expansion, shown }, written, weight * WEIGHTS.expanded, 'repaired'),
        );
      return [{ terms: [meant], weight, tier: 'repaired', written, shown } as const, ...other];
    })
    .filter(({ terms }) => terms.every((term) => vocabulary.has(term)));
  if (alternatives.length === 0) {
    plan.unmatched.push(written);
    return;
  }
  plan.repaired.push(...new Map(alternatives.map(({ shown }) => [shown, { written, shown }])).values());
  plan.groups.push({ word, alternatives });
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}
