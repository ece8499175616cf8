import type { Protocol } from '../schema/protocol';
import { walkBlocks } from '../schema/walk-blocks';
import { readWords } from './analyser';
import { COMMON_WORDS, DOSE_WORDS, ROUTE_WORDS } from './clinical-lexicon';
import { DRUGS } from './drug-names';
import { KeptLexicon, type StoredForm } from './kept-lexicon';
import { LOOK_ALIKES } from './look-alikes';
import { SYNONYMS } from './synonyms';
import { TermList, mergePrefixed } from './term-list';

/** Another way to say what was written, as the index may hold it. */
export interface Expansion {
  readonly shown: string;
  /** Between a group's first word and another of it; two others of one group mean each other a little less. */
  readonly direct: boolean;
  /** What was written is an abbreviation, and no name of a drug such as OxyContin. */
  readonly abbreviated: boolean;
  /** Ways it may stand in a text; within one, all words must occur. */
  readonly forms: readonly (readonly string[])[];
}

interface Form {
  readonly key: string;
  readonly expansion: Omit<Expansion, 'direct' | 'abbreviated'>;
  /** Drugs this form names, by their first name. */
  readonly drugs: ReadonlySet<string>;
}

const COMMON = new Set(COMMON_WORDS.map(toKey));

/** A phrase as the lexicon knows it: its words as terms, in order. */
export function toKey(phrase: string): string {
  return readWords(phrase)
    .map((word) => word.whole)
    .join(' ');
}

export function isCommon(term: string): boolean {
  return COMMON.has(term);
}

// One word with two capitals, or letters each with a point.
const ABBREVIATION = /^(?:\S*\p{Lu}\S*\p{Lu}\S*|(?:\p{L}\.){2,})$/u;

/** BP, SpO2, C-SSRS, i.v.: written in capitals or with points. */
export function isAbbreviation(phrase: string): boolean {
  return ABBREVIATION.test(phrase);
}

/** What one document adds to the lexicon, as written. */
export interface LexiconWords {
  readonly drugs: readonly string[];
  /** Of each glossary term: the term, its synonyms, its abbreviations. */
  readonly groups: readonly (readonly string[])[];
}

export function toLexiconWords(protocol: Protocol): LexiconWords {
  const blocks = [...walkBlocks(protocol)].map(({ block }) => block);
  return {
    drugs: [...new Set(blocks.flatMap((block) => (block.type === 'dose' ? [block.drug.name] : [])))],
    groups: blocks.flatMap((block) =>
      block.type === 'glossary'
        ? block.terms.map(({ term, synonyms, abbreviations }) => [term, ...synonyms, ...abbreviations])
        : [],
    ),
  };
}

/**
 * Which words stand for which others: the curated clinical list and the glossaries of the documents. It never leads from
 * one drug to another: a glossary that lists several drugs under one class leads from each to the class, not across.
 */
export class Lexicon {
  /** What a built index knows, whose groups are read when they are asked for. */
  readonly #kept: KeptLexicon | undefined;
  readonly #read = new Map<number, readonly Form[]>();
  /** What was taken in since. */
  readonly #groups = new Map<string, (readonly Form[])[]>();
  readonly #added: (readonly Form[])[] = [];
  readonly #drugs: Map<string, string>;
  /** Their keys in order; made once they are wanted. */
  #drugList: TermList | undefined;
  /** Groups taken in, by their words; made once it is wanted. */
  #known: Set<string> | undefined;
  #lists: readonly TermList[] | undefined;
  #longest = 1;
  /** What was expanded before: keys typed one after another ask for nearly the same. */
  readonly #expanded = new Map<string, readonly Expansion[]>();

  /** Begins with what was kept, which includes the curated list, or with the curated list alone. */
  constructor(kept?: KeptLexicon) {
    this.#kept = kept;
    this.#drugs = new Map(kept?.head.drugs);
    if (kept !== undefined) return;
    for (const names of DRUGS) this.#addDrug(names);
    for (const name of LOOK_ALIKES.flat()) if (!this.#drugs.has(toKey(name))) this.#addDrug([name.toLowerCase()]);
    for (const group of [...Object.values(ROUTE_WORDS), ...DOSE_WORDS, ...SYNONYMS]) this.#addGroup(group);
  }

  toKept(): KeptLexicon {
    return KeptLexicon.of(
      this.#allGroups().map((group) => group.map(toStored)),
      this.#drugs,
    );
  }

  /** Takes in the drug names and the glossaries of one more document. */
  add({ drugs, groups }: LexiconWords): void {
    for (const drug of drugs) if (this.drugsIn(drug).size === 0) this.#addDrug([drug]);
    for (const group of groups) this.#addGroup(group);
  }

  /** The most words a phrase of the lexicon has. */
  get longestPhrase(): number {
    return Math.max(this.#kept?.head.longest ?? 1, this.#longest);
  }

  /** Every phrase the lexicon knows, as keys. */
  get lists(): readonly TermList[] {
    this.#lists ??= [...(this.#kept === undefined ? [] : [this.#kept.keys]), TermList.of(this.#groups.keys())];
    return this.#lists;
  }

  has(key: string): boolean {
    return this.#groups.has(key) || (this.#kept !== undefined && this.#kept.keys.find(key) >= 0);
  }

  /** Keys that begin so and go on, in order. */
  withPrefix(prefix: string, limit: number): string[] {
    return mergePrefixed(this.lists, prefix, limit);
  }

  /** The drug a key names, by its first name; undefined when it names none. */
  drugOf(key: string): string | undefined {
    return this.#drugs.get(key);
  }

  /** The drug within a longer name such as "ketamine hydrochloride"; undefined when it names none or several. */
  findDrug(name: string): string | undefined {
    const [only, ...more] = this.drugsIn(name);
    return more.length === 0 ? only : undefined;
  }

  /** Keys of drugs that begin so and go on, if the beginning is long enough to say anything. */
  drugsFrom(prefix: string): string[] {
    if (prefix.length < SHORTEST_DRUG) return [];
    this.#drugList ??= TermList.of(this.#drugs.keys());
    return this.#drugList.withPrefix(prefix, Infinity);
  }

  drugKeys(): Iterable<readonly [key: string, drug: string]> {
    return this.#drugs;
  }

  /** Other words for a phrase, without itself. */
  expand(key: string): readonly Expansion[] {
    const known = this.#expanded.get(key);
    if (known !== undefined) return known;
    const expansions = this.#toExpansions(key);
    if (this.#expanded.size >= MOST_REMEMBERED) this.#expanded.clear();
    this.#expanded.set(key, expansions);
    return expansions;
  }

  #toExpansions(key: string): Expansion[] {
    const found = new Map<string, Expansion>();
    for (const group of this.#groupsOf(key)) {
      const source = group.find((form) => form.key === key);
      for (const form of group) {
        if (form.key === key || source === undefined || found.has(form.key) || crossesDrugs(source, form)) continue;
        found.set(form.key, {
          ...form.expansion,
          direct: source === group[0] || form === group[0],
          abbreviated: isAbbreviation(source.expansion.shown) && source.drugs.size === 0,
        });
      }
    }
    return [...found.values()];
  }

  #groupsOf(key: string): readonly (readonly Form[])[] {
    const kept = [...(this.#kept?.placesOf(key) ?? [])].map((place) => this.#keptAt(place));
    return [...kept, ...(this.#groups.get(key) ?? [])];
  }

  #keptAt(place: number): readonly Form[] {
    const known = this.#read.get(place);
    if (known !== undefined) return known;
    const group = (this.#kept?.groupAt(place) ?? []).map(fromStored);
    this.#read.set(place, group);
    return group;
  }

  #allGroups(): readonly (readonly Form[])[] {
    return [...Array.from({ length: this.#kept?.size ?? 0 }, (_, place) => this.#keptAt(place)), ...this.#added];
  }

  #addDrug(names: readonly string[]): void {
    const [first = ''] = names;
    for (const name of names) this.#drugs.set(toKey(name), first);
    this.#drugList = undefined;
    this.#addGroup(names);
  }

  #addGroup(phrases: readonly string[]): void {
    // Many documents explain the same words; said twice they mean no more.
    this.#known ??= new Set(this.#allGroups().map((group) => group.map(({ expansion }) => expansion.shown).join('\n')));
    const name = phrases.join('\n');
    if (this.#known.has(name)) return;
    this.#known.add(name);
    this.#take(phrases.flatMap((phrase) => this.#toForm(phrase) ?? []));
  }

  #take(forms: readonly Form[]): void {
    this.#added.push(forms);
    this.#lists = undefined;
    this.#expanded.clear();
    for (const { key } of forms) {
      this.#groups.set(key, [...(this.#groups.get(key) ?? []), forms]);
      this.#longest = Math.max(this.#longest, key.split(' ').length);
    }
  }

  #toForm(phrase: string): Form | undefined {
    const words = readWords(phrase);
    if (words.length === 0) return undefined;
    const key = words.map((word) => word.whole).join(' ');
    const content = words.filter((word) => !isCommon(word.whole));
    const kept = content.length === 0 ? words : content;
    const forms = [kept.map((word) => word.whole)];
    // "follow-up" is also written "follow up"; a drug such as S-ketamine is never taken apart.
    if (kept.some((word) => word.kind === 'compound') && !this.#drugs.has(key)) {
      forms.push(kept.flatMap((word) => (word.kind === 'compound' ? word.parts : [word.whole])));
    }
    return { key, expansion: { shown: phrase, forms }, drugs: this.drugsIn(phrase) };
  }

  /** The drugs a phrase names, by their first names. */
  drugsIn(phrase: string): ReadonlySet<string> {
    const key = toKey(phrase);
    const whole = this.#drugs.get(key);
    if (whole !== undefined) return new Set([whole]);
    return new Set(key.split(' ').flatMap((word) => this.#drugs.get(word) ?? []));
  }
}

function toStored({ key, expansion: { shown, forms }, drugs }: Form): StoredForm {
  const plain = forms.length === 1 && forms[0]?.join(' ') === key;
  if (!plain) return [shown, key, [...drugs], forms];
  return drugs.size === 0 ? [shown, key] : [shown, key, [...drugs]];
}

function fromStored([shown, key, drugs, forms = [key.split(' ')]]: StoredForm): Form {
  return { key, expansion: { shown, forms }, drugs: drugs === undefined ? NO_DRUGS : new Set(drugs) };
}

const MOST_REMEMBERED = 2000;
const SHORTEST_DRUG = 4;
const NO_DRUGS: ReadonlySet<string> = new Set();

/** From a drug only to itself or to words that name none: from a class to its members is allowed, it is labelled. */
function crossesDrugs(from: Form, to: Form): boolean {
  return from.drugs.size > 0 && [...to.drugs].some((drug) => !from.drugs.has(drug));
}
