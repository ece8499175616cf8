import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ProtocolSummary } from '../../protocols/contract/calls';
import type { SearchHit } from '../../protocols/search/answer';
import { findNewerInForce, findPresentEdition } from '../../protocols/text/editions';
import { toStanding } from '../../protocols/text/in-force';
import { toTitleHit } from '../search/title-hit';
import { readRecents, rememberRecent, watchRecents } from './recents';
import { useToday } from './use-today';

/**
 * The protocols opened last on this computer, in the edition to go by today; the one that is open counts and is not
 * listed. What was typed into the search, when, and by whom is written nowhere.
 */
export function useRecents(openId: string | undefined, protocols: readonly ProtocolSummary[]): readonly SearchHit[] {
  const today = useToday();
  const ids = useSyncExternalStore(watchRecents, readRecents);
  useEffect(() => {
    if (openId !== undefined) rememberRecent(openId);
  }, [openId]);
  return useMemo(
    () =>
      ids
        .filter((id) => id !== openId)
        .flatMap((id) => {
          const edition = findPresentEdition(protocols, id, today);
          if (edition === undefined) return [];
          const newer = findNewerInForce(protocols, edition, today);
          return [toTitleHit(edition, toStanding(edition, today, newer !== undefined))];
        }),
    [ids, openId, protocols, today],
  );
}
