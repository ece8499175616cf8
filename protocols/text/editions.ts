import type { Protocol } from '../schema/protocol';
import { compareVersions } from '../schema/versions';
import { type Dated, isInForce, toStanding } from './in-force';

type Numbered = Readonly<Pick<Protocol, 'id' | 'version'>>;
type Edition = Numbered & Dated;

/** The editions of one protocol, the newest first. */
export function listEditions<T extends Numbered>(editions: readonly T[], id: string): readonly T[] {
  return editions.filter((edition) => edition.id === id).toSorted((a, b) => compareVersions(b.version, a.version));
}

/** The edition named, or the newest when no version is. */
export function findEdition<T extends Numbered>(editions: readonly T[], id: string, version?: string): T | undefined {
  return listEditions(editions, id).find((edition) => version === undefined || edition.version === version);
}

/** The edition to go by on a day: the newest in force, else the newest there is. */
export function findPresentEdition<T extends Edition>(
  editions: readonly T[],
  id: string,
  today: string,
): T | undefined {
  const newestFirst = listEditions(editions, id);
  return newestFirst.find((edition) => isInForce(toStanding(edition, today))) ?? newestFirst[0];
}

/** The newest edition of the same protocol that is in force on a day and newer than this one, if there is one. */
export function findNewerInForce<T extends Edition>(
  editions: readonly T[],
  edition: Numbered,
  today: string,
): T | undefined {
  return listEditions(editions, edition.id).find(
    (other) => compareVersions(other.version, edition.version) > 0 && isInForce(toStanding(other, today)),
  );
}
