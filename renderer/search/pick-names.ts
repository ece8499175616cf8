import Fuse from 'fuse.js';
import type { ProtocolSummary } from '../../protocols/contract/calls';
import type { SearchHit } from '../../protocols/search/answer';
import { toEditions } from '../../protocols/search/editions';
import type { Command } from './command';
import { toTitleHit } from './title-hit';

const MOST_TITLES = 5;
const MOST_COMMANDS = 4;
const SHORTEST = 2;
// Each word must be met; which letters of a name it is met by does not count, how well it is met does.
const OPTIONS = { threshold: 0.3, ignoreLocation: true, ignoreDiacritics: true, useExtendedSearch: true } as const;

// Read once for each list of commands, not with every key.
const read = new WeakMap<readonly Command[], Fuse<Command>>();

/** Commands by name, the best first; the same letters always give the same. */
export function pickCommands(commands: readonly Command[], text: string): readonly Command[] {
  const words = toWords(text);
  if (words.length < SHORTEST) return [];
  let fuse = read.get(commands);
  if (fuse === undefined) {
    // As one text: the words typed may be met some by its name and some by its other words.
    const keys = [{ name: 'all', getFn: ({ title, words: others }: Command) => [title, ...others].join(' ') }];
    fuse = new Fuse(commands, { ...OPTIONS, keys });
    read.set(commands, fuse);
  }
  return fuse.search(words, { limit: MOST_COMMANDS }).map(({ item }) => item);
}

/** Protocols by title or alias, for as long as the index cannot answer; editions a newer one replaced are left out. */
export function pickTitles(protocols: readonly ProtocolSummary[], text: string, today: string): readonly SearchHit[] {
  const words = toWords(text);
  if (words.length < SHORTEST) return [];
  const editions = toEditions(protocols, today);
  const shown = protocols.filter((protocol) => editions.get(protocol)?.rank !== 'left-out');
  return new Fuse(shown, {
    ...OPTIONS,
    keys: [{ name: 'all', getFn: ({ title, aliases }) => [title, ...aliases].join(' ') }],
  })
    .search(words, { limit: MOST_TITLES })
    .map(({ item }) => toTitleHit(item, editions.get(item)?.standing));
}

/** Fuse reads signs as commands of its own; here they are only what stands between words. */
function toWords(text: string): string {
  return text
    .slice(0, 64)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
