import type { Route } from '../schema/blocks';
import type { Word } from './analyser';
import { DOSE_WORDS, ROUTE_WORDS } from './clinical-lexicon';
import { type Lexicon, isCommon, toKey } from './lexicon';
import { ROUTES } from '../schema/vocabulary';

/** A query that asks for the dose of a drug. */
export interface DoseIntent {
  readonly drug: string;
  /** Empty when no route was written. */
  readonly routes: ReadonlySet<Route>;
  /** What else was written: it must be in the names of the dose, as "pain" is in its protocol's. */
  readonly rest: ReadonlySet<string>;
  /** All that was written, as terms. */
  readonly typed: ReadonlySet<string>;
}

const ROUTE_OF = new Map(ROUTES.flatMap((route) => ROUTE_WORDS[route].map((name) => [toKey(name), route] as const)));
const DOSE_KEYS = new Set(DOSE_WORDS.flat().map(toKey));
const LONGEST_PHRASE = 4;
const SHORTEST_PREFIX = 2;

/**
 * Whether the words name one drug with a route or a word for dose: "ket iv", "max esketamine dose". What else they say
 * is left to the one who knows the doses: "ketamine iv contraindications" names none.
 */
export function toDoseIntent(words: readonly Word[], growing: boolean, lexicon: Lexicon): DoseIntent | undefined {
  const drugs = new Set<string>();
  const routes = new Set<Route>();
  const others = new Set<string>();
  let asksForDose = false;
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at, at + LONGEST_PHRASE).map((word) => word.whole);
    const last = growing && at === words.length - 1;
    const length = [4, 3, 2, 1].find(
      (count) => count <= rest.length && isKnown(rest.slice(0, count).join(' '), lexicon),
    );
    if (length === undefined) {
      const [whole = ''] = rest;
      const started = last ? routesStarting(whole) : [];
      const begun = last ? drugBegun(whole, lexicon) : undefined;
      if (begun !== undefined) drugs.add(begun);
      else if (started.length === 0 && !isCommon(whole)) others.add(whole);
      for (const route of started) routes.add(route);
      at++;
      continue;
    }
    const key = rest.slice(0, length).join(' ');
    const drug = lexicon.drugOf(key);
    const route = ROUTE_OF.get(key);
    if (drug !== undefined) drugs.add(drug);
    if (route !== undefined) routes.add(route);
    asksForDose ||= DOSE_KEYS.has(key);
    at += length;
  }
  const [drug, ...more] = drugs;
  if (drug === undefined || more.length > 0 || (routes.size === 0 && !asksForDose)) return undefined;
  const typed = new Set(words.flatMap((word) => word.terms).filter((term) => !isCommon(term)));
  return { drug, routes, rest: others, typed };
}

/** Whether a phrase, as the lexicon keys it, asks for an amount or names a route. */
export function isDoseWord(key: string): boolean {
  return ROUTE_OF.has(key) || DOSE_KEYS.has(key);
}

function isKnown(key: string, lexicon: Lexicon): boolean {
  return lexicon.drugOf(key) !== undefined || isDoseWord(key);
}

/** The one drug whose names begin so: what "iv ket" finds stays until "iv ketamine" is written. */
function drugBegun(prefix: string, lexicon: Lexicon): string | undefined {
  const [only, ...more] = new Set(lexicon.drugsFrom(prefix).map((key) => lexicon.drugOf(key)));
  return more.length === 0 ? only : undefined;
}

function routesStarting(prefix: string): Route[] {
  if (prefix.length < SHORTEST_PREFIX) return [];
  return [...ROUTE_OF].filter(([key]) => key.startsWith(prefix)).map(([, route]) => route);
}
