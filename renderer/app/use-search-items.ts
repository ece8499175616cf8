import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { isOwnId } from '../../protocols/clinic-documents/own-id';
import type { ProtocolSummary } from '../../protocols/contract/calls';
import { THEMES } from '../../protocols/contract/settings';
import type { Note } from '../../protocols/notes/note';
import type { SearchItem } from '../../protocols/search/answer';
import { useNotes, useReading } from '../notes/notes-context';
import type { SearchClient } from '../search/search-client';
import type { SearchContent } from '../search/search-messages';
import { LANGUAGE_NAMES } from './language-names';
import { useLibrary } from './library-provider';
import { type MessageId, inBothLanguages } from './messages';
import { SETTING_FIELDS, type SettingField } from './routes';

const NOTE = 'note ';
const SLICE = 500; // notes handed over at a time
const LONGEST_HEADING = 80; // characters

const FIELD_NAMES: Readonly<Record<SettingField, MessageId>> = {
  language: 'app.settings.language',
  theme: 'app.settings.theme',
  zoom: 'app.settings.size',
  paper: 'app.settings.paper',
  clinic: 'app.settings.clinic',
};

const FIELD_TEXTS: Readonly<Record<SettingField, readonly string[]>> = {
  language: Object.values(LANGUAGE_NAMES),
  theme: ['theme', 'thème', ...THEMES.flatMap((theme) => inBothLanguages(`app.theme.${theme}`))],
  zoom: ['zoom'],
  paper: ['A4', 'Letter'],
  clinic: [],
};

/** Keeps settings and notes among what is found: all once the index answers, then only what changes. */
export function useSearchItems(client: SearchClient, content: SearchContent | undefined): void {
  const ready = useIsReady(client, content);
  const intl = useIntl();
  useEffect(() => {
    if (!ready) return;
    const title = intl.formatMessage({ id: 'app.place.settings' });
    const putItems = SETTING_FIELDS.map((field): SearchItem => {
      const name = FIELD_NAMES[field];
      const text = FIELD_TEXTS[field].join(', ');
      return {
        kind: 'setting',
        id: field,
        heading: intl.formatMessage({ id: name }),
        title,
        aliases: inBothLanguages(name),
        text,
      };
    });
    void client.change({ putItems });
  }, [ready, client, intl]);
  useNoteItems(client, ready);
  useOwnProtocols(client, ready);
}

/** The clinic's own procedures are no part of the built index: they come to it, and follow what is written. */
function useOwnProtocols(client: SearchClient, ready: boolean): void {
  const library = useLibrary();
  const [known] = useState(() => new Map<string, ProtocolSummary>());
  const turn = useRef(Promise.resolve());
  useEffect(() => {
    if (!ready || library === undefined) return;
    const own = new Map(
      library.listing.protocols.filter(({ id }) => isOwnId(id)).map((each) => [`${each.id}@${each.version}`, each]),
    );
    const gone = [...known].filter(([name]) => !own.has(name)).map(([, { id, version }]) => ({ id, version }));
    const fresh = [...own].filter(([name, { contentHash }]) => known.get(name)?.contentHash !== contentHash);
    for (const { id, version } of gone) known.delete(`${id}@${version}`);
    for (const [name, summary] of fresh) known.set(name, summary);
    if (gone.length + fresh.length === 0) return;
    // One after the other: words of before must not arrive after those of now.
    const before = turn.current;
    const bring = async (): Promise<void> => {
      await before;
      const opened = await Promise.all(fresh.map(async ([, summary]) => library.open(summary)));
      const addProtocols = opened.filter((protocol) => protocol !== undefined);
      await client.change({ addProtocols, removeProtocols: gone });
    };
    turn.current = bring();
  }, [client, ready, library, known]);
}

/** The id of the note a hit is for. */
export function toNoteId(itemId: string): string {
  return itemId.slice(NOTE.length);
}

function useNoteItems(client: SearchClient, ready: boolean): void {
  const { store } = useNotes();
  const titles = useTitles();
  const reading = useReading(ready && titles !== undefined ? store?.notes : undefined);
  const [known] = useState(() => new Map<string, string>());
  useEffect(() => {
    if (reading.state !== 'ready' || titles === undefined) return undefined;
    const found = reading.value.filter(({ status }) => status !== 'retired');
    const changed = found.filter(({ id, revision }) => known.get(id) !== revision);
    const present = new Set(found.map(({ id }) => id));
    const gone = [...known.keys()].filter((id) => !present.has(id));
    for (const id of gone) known.delete(id);
    if (gone.length > 0) void client.change({ removeItems: gone.map((id) => NOTE + id) });
    let waiting: number | undefined;
    const hand = (from: number): void => {
      const slice = changed.slice(from, from + SLICE);
      if (slice.length === 0) return;
      for (const { id, revision } of slice) known.set(id, revision);
      void client.change({ putItems: slice.map((note) => toNoteItem(note, titles)) });
      // A clinic may have a hundred thousand notes; typing goes first.
      waiting = requestIdleCallback(() => hand(from + SLICE));
    };
    hand(0);
    return () => {
      if (waiting !== undefined) cancelIdleCallback(waiting);
    };
  }, [client, reading, known, titles]);
}

function toNoteItem({ id, body, author, target }: Note, titles: ReadonlyMap<string, string>): SearchItem {
  const { protocolId, version, sectionId, blockId } = target;
  const [first = ''] = body.trim().split('\n');
  return {
    kind: 'note',
    id: NOTE + id,
    heading: first.length > LONGEST_HEADING ? `${first.slice(0, LONGEST_HEADING)}…` : first,
    title: titles.get(protocolId) ?? protocolId,
    text: `${body}\n${author}`,
    place: { protocolId, version, sectionId, blockId },
  };
}

function useTitles(): ReadonlyMap<string, string> | undefined {
  const library = useLibrary();
  return useMemo(() => library && new Map(library.listing.protocols.map(({ id, title }) => [id, title])), [library]);
}

function useIsReady(client: SearchClient, content: SearchContent | undefined): boolean {
  const [ready, setReady] = useState<SearchContent>();
  useEffect(() => {
    let wanted = true;
    if (content !== undefined) void client.load(content).then(() => wanted && setReady(content));
    return () => {
      wanted = false;
    };
  }, [client, content]);
  return content !== undefined && ready === content;
}
