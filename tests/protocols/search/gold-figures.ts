import type { SearchEngine } from '../../../protocols/search/answer';
import { GOLD_CLASSES, type GoldClass, type GoldQueries, type GoldQuery } from './gold-places';

/** How one query of the gold list fared: `rank` is the place of the first wanted hit, or -1 within the first dozen. */
export interface GoldRank {
  readonly query: string;
  readonly rank: number;
  /** Whether anything was shown at all: hits, or names close to what was typed. */
  readonly empty: boolean;
  readonly places: readonly string[];
}

/** Shares from 0 to 1 over the queries of one class, or of all. */
export interface GoldFigures {
  readonly name: GoldClass | 'all';
  readonly queries: number;
  readonly first: number;
  readonly firstThree: number;
  readonly meanReciprocal: number;
}

const SHOWN = 12;
const TODAY = { today: '2026-11-22' };

/** Looks where an engine puts what one query wants. */
export function rankGold(engine: SearchEngine, [query, ...wanted]: GoldQuery): GoldRank {
  const { hits, closest, suggested } = engine.search(query, SHOWN, TODAY);
  const answers = hits.map((hit) => [
    `${hit.protocolId}/${hit.sectionId}`,
    `${hit.protocolId}/${hit.sectionId}/${hit.blockId}`,
  ]);
  return {
    query,
    rank: answers.findIndex((places) => places.some((place) => wanted.includes(place))),
    empty: hits.length + closest.length + suggested.length === 0,
    places: answers.map(([place = '']) => place),
  };
}

/** The figures of every class that has queries, and of all of them together. */
export function toGoldFigures(engine: SearchEngine, queries: GoldQueries): GoldFigures[] {
  const ranked = GOLD_CLASSES.map((name) => ({ name, ranks: queries[name].map((query) => rankGold(engine, query)) }));
  return [...ranked, { name: 'all' as const, ranks: ranked.flatMap(({ ranks }) => ranks) }]
    .filter(({ ranks }) => ranks.length > 0)
    .map(({ name, ranks }) => {
      const share = (most: number): number =>
        ranks.filter(({ rank }) => rank >= 0 && rank < most).length / ranks.length;
      const reciprocal = ranks.map(({ rank }) => (rank < 0 ? 0 : 1 / (rank + 1)));
      return {
        name,
        queries: ranks.length,
        first: share(1),
        firstThree: share(3),
        meanReciprocal: reciprocal.reduce((sum, value) => sum + value, 0) / ranks.length,
      };
    });
}

/** One line a class, for people. */
export function toFigureLine({ name, queries, first, firstThree, meanReciprocal }: GoldFigures): string {
  const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
  return `${name.padEnd(14)} ${String(queries).padStart(3)} queries, first ${percent(first)}, first three ${percent(firstThree)}, MRR ${meanReciprocal.toFixed(2)}`;
}
