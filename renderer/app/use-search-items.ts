import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import { isOwnId } from '../../protocols/clinic-documents/own-id';
import type { ProtocolSummary } from '../../protocols/contract/calls';
import { THEMES } from '../../protocols/contract/settings';
import type { Note } from '../../protocols/notes/note';
import type { SearchItem } from '../../protocols/search/answer';
import { useNotes } from '../notes/notes-context';
import type { SearchClient } from '../search/search-client';
import type { SearchContent } from '../search/search-messages';
import { LANGUAGE_NAMES } from './language-names';
import { useLibrary } from './library-provider';
import { type MessageId, inBothLanguages } from './messages';
import { SETTING_FIELDS, type SettingField } from './routes';

const NOTE = 'note ';
const LONGEST_HEADING = 80; // characters

const FIELD_NAMES: Readonly<Record<SettingField, MessageId>> = {
  language: 'app.settings.language',
  theme: 'app.settings.theme',
  zoom: 'app.settings.size',
  paper: 'app.settings.paper',
  clinic: 'app.settings.clinic',
};

/** What each can be set to, as it is shown; then, on a line of its own, what else people type for it. */
const FIELD_TEXTS: Readonly<Record<SettingField, (intl: IntlShape) => string>> = {
  language: () => Object.values(LANGUAGE_NAMES).join(', '),
  theme: (intl) => {
    const shown = THEMES.map((theme) => intl.formatMessage({ id: `app.theme.${theme}` })).join(', ');
    return `${shown}\ntheme, thème, ${THEMES.flatMap((theme) => inBothLanguages(`app.theme.${theme}`)).join(', ')}`;
  },
  zoom: () => 'zoom',
  paper: () => 'A4, Letter',
  clinic: () => '',
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
      return {
        kind: 'setting',
        id: field,
        heading: intl.formatMessage({ id: name }),
        title,
        aliases: inBothLanguages(name),
        text: FIELD_TEXTS[field](intl),
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
      library.listing.protocols
        // Taken out of use, it is found in the list of protocols only, as a retired note is on its screen.
        .filter(({ id, status }) => isOwnId(id) && status !== 'retired')
        .map((each) => [`${each.id}@${each.version}`, each]),
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
  const toItem = useEffectEvent((note: Note) => toNoteItem(note, titles));
  const isListed = titles !== undefined; // what the library lists changes with each procedure that is written
  useEffect(() => {
    if (!ready || !isListed || store === undefined) return undefined;
    return store.followNotes(async (notes) => {
      const found = notes.filter(({ status }) => status !== 'retired');
      const retired = notes.filter(({ status }) => status === 'retired');
      await client.change({ putItems: found.map(toItem), removeItems: retired.map(({ id }) => NOTE + id) });
      // A clinic may have a hundred thousand notes; typing goes first.
      await new Promise((resolve) => requestIdleCallback(resolve));
    });
  }, [client, ready, store, isListed]);
}

function toNoteItem({ id, body, author, target }: Note, titles: ReadonlyMap<string, string> | undefined): SearchItem {
  const { protocolId, version, sectionId, blockId } = target;
  const [first = ''] = body.trim().split('\n');
  return {
    kind: 'note',
    id: NOTE + id,
    heading: first.length > LONGEST_HEADING ? `${first.slice(0, LONGEST_HEADING)}…` : first,
    title: titles?.get(protocolId) ?? protocolId,
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
