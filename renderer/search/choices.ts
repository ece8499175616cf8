import type { SearchAnswer, SearchHit } from '../../protocols/search/answer';
import type { Command } from './command';

/** One row that can be opened. */
export type Choice =
  | { readonly kind: 'hit'; readonly hit: SearchHit }
  | { readonly kind: 'command'; readonly command: Command };

/** Rows at first; more are slow to show and nobody reads them to the end. */
export const FIRST_ROWS = 12;
/** Rows of one page once all are asked for. */
export const PAGE_ROWS = 50;
const MOST_RECENT = 4; // beside all that can be done with the open protocol, its emergencies last

/** How many hits are asked for to fill a page; page 0 is the first rows. */
export function toLimit(page: number): number {
  return page === 0 ? FIRST_ROWS : page * PAGE_ROWS;
}

/**
 * What was found, then what the program can do: a command never stands above a clinical hit. A dose that leads has the
 * action on it next to it.
 */
export function toChoices(
  { hits }: SearchAnswer,
  commands: readonly Command[],
  page: number,
  toDoseAction?: (dose: SearchHit) => Command,
): readonly Choice[] {
  if (page > 0) return hits.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS).map(toHitChoice);
  const [first] = hits;
  const action = first?.kind === 'dose' ? toDoseAction?.(first) : undefined;
  const last = commands.map(toCommandChoice);
  if (first === undefined || action === undefined)
    return [...hits.slice(0, FIRST_ROWS - last.length).map(toHitChoice), ...last];
  const rest = hits.slice(1, FIRST_ROWS - last.length - 1).map(toHitChoice);
  return [toHitChoice(first), toCommandChoice(action), ...rest, ...last];
}

/** Before anything is typed: what can be done with the open protocol, then what was opened before. */
export function toSuggestions(commands: readonly Command[], recents: readonly SearchHit[]): readonly Choice[] {
  const here = commands.filter(({ scope }) => scope === 'here').map(toCommandChoice);
  return [...here.slice(0, FIRST_ROWS - MOST_RECENT), ...recents.slice(0, MOST_RECENT).map(toHitChoice)];
}

export function toHitChoice(hit: SearchHit): Choice {
  return { kind: 'hit', hit };
}

function toCommandChoice(command: Command): Choice {
  return { kind: 'command', command };
}

/** Tells rows of one list apart. */
export function toKey(choice: Choice): string {
  if (choice.kind === 'command') return `command ${choice.command.id}`;
  const { protocolId, version, sectionId, blockId, kind, itemId } = choice.hit;
  return [protocolId, version, sectionId, blockId, kind, itemId].join(' ');
}
