import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { About } from '../../protocols/contract/calls';
import { type UnsavedNote, toEditKey, toNewNoteKey } from '../../protocols/notes/note';
import { toInstant } from '../../protocols/notes/instant';
import { bridge } from '../bridge/bridge';
import { journal } from '../bridge/journal';
import { toMessage } from '../store/failures';
import { type Store, openStore } from '../store/store';
import { listHeads } from '../store/write-note';
import {
  type EditorEntry,
  type Hint,
  NotesContext,
  type NotesFailure,
  type NotesState,
  type OpenEditor,
} from './notes-context';
import { EditorWords } from './editor-words';
import { ShortcutHint } from './shortcut-hint';

type OpenStore = () => ReturnType<typeof openStore>;

const openOwn: OpenStore = () => openStore({ journal });

interface Opening {
  readonly state: NotesState['state'];
  /** Stays when the notes are lost later on: what is on the page and half written keeps its place. */
  readonly store?: Store;
}

/** Opens the clinic's notes once for the whole program. Where that fails, reading goes on and the reason is told. */
export function NotesProvider({
  about,
  open = openOwn,
  children,
}: {
  about: About;
  open?: OpenStore;
  children: ReactNode;
}): ReactElement {
  const [opening, lose] = useOpening(open);
  const [author, rememberAuthor] = useAuthor();
  const [hint, say] = useState<Hint>();
  const store = opening.store;
  const isJournalOpen = store?.journal.kind === 'open';
  const canWrite = opening.state === 'ready' && about.dataFolder.state === 'writable' && isJournalOpen;
  const editors = useEditors({ store, canWrite, author, say, lose });
  const state = useMemo<NotesState>(
    () => ({
      state: opening.state,
      store,
      canWrite,
      readOnlyFolder: about.dataFolder.state === 'read-only' ? about.dataFolder.folder : undefined,
      author,
      rememberAuthor,
      say,
      ...editors,
    }),
    [opening, store, canWrite, about, author, rememberAuthor, editors],
  );
  return (
    <NotesContext value={state}>
      {children}
      {hint !== undefined && <ShortcutHint hint={hint} onClose={() => say(undefined)} />}
    </NotesContext>
  );
}

function useOpening(open: OpenStore): readonly [Opening, (failure: NotesFailure) => void] {
  const [opening, setOpening] = useState<Opening>({ state: 'loading' });
  const lose = useCallback((failure: NotesFailure) => setOpening((before) => ({ ...before, state: { failure } })), []);
  useEffect(() => {
    let ended = false;
    let close: () => void = () => undefined;
    const begin = async (): Promise<void> => {
      const result = await open();
      if (!result.ok) return ended ? undefined : lose(result.error);
      const store = result.value;
      if (ended) return store.close();
      store.onLost(() => lose({ kind: 'lost' }));
      // Not at once: an editor that goes in the same turn still writes its last words.
      close = () => void setTimeout(() => store.close(), 0);
      setOpening({ state: 'ready', store });
    };
    void begin();
    return () => {
      ended = true;
      close();
    };
  }, [open, lose]);
  return [opening, lose];
}

/** The name last used, kept with the settings so that it is offered again. */
function useAuthor(): readonly [string, (name: string) => void] {
  const [author, setAuthor] = useState('');
  useEffect(() => {
    // Without its settings the field merely begins empty.
    void bridge['settings:read']().then(
      ({ noteAuthor }) => setAuthor(noteAuthor),
      () => undefined,
    );
    return bridge.on('settings:changed', ({ noteAuthor }) => setAuthor(noteAuthor));
  }, []);
  const remember = useCallback((name: string) => {
    setAuthor(name);
    void bridge['settings:write']({ noteAuthor: name }).catch(() => undefined); // it will be asked for again
  }, []);
  return [author, remember];
}

type EditorActions = Pick<
  NotesState,
  'startNote' | 'editNote' | 'resume' | 'finishEditor' | 'closeEditor' | 'forgetSaved' | 'takeFocus'
>;

/** The editors that are open, one to a block for new notes and one to a note for edits. Moving about closes none. */
function useEditors({
  store,
  canWrite,
  author,
  say,
  lose,
}: {
  store: Store | undefined;
  canWrite: boolean;
  author: string;
  say: (hint: Hint | undefined) => void;
  lose: (failure: NotesFailure) => void;
}): EditorActions & Pick<NotesState, 'editors'> {
  const [editors, setEditors] = useState<ReadonlyMap<string, EditorEntry>>(new Map());
  const focus = useRef(new Set<string>());
  const actions = useMemo<EditorActions>(() => {
    const open = (fresh: OpenEditor): void => {
      say(undefined);
      focus.current.add(fresh.key);
      setEditors((known) => {
        const entry = known.get(fresh.key);
        // One that is open keeps its words; a new object makes it take the focus.
        return new Map(listOpen(known)).set(fresh.key, entry?.kind === 'open' ? { ...entry } : fresh);
      });
    };
    const begin = (fresh: OpenEditor): void => {
      if (store === undefined || !canWrite) return say('off');
      // Words typed before under this key come back; an empty field over them would lose them.
      void store.findUnsaved(fresh.key).then(
        (unsaved) => open(unsaved === undefined ? fresh : toEditor(unsaved, fresh.words.original, author)),
        (error: unknown) => lose({ kind: 'unreadable', message: toMessage(error) }),
      );
    };
    const now = (): string => toInstant(new Date());
    return {
      startNote: (target) => {
        const words = new EditorWords({ body: '', author, parents: [], original: '', extras: {} });
        begin({ kind: 'open', key: toNewNoteKey(target), noteId: crypto.randomUUID(), target, started: now(), words });
      },
      editNote: (note, { state = note, review } = {}) => {
        const { id, body: original } = note;
        const { body, ...extras } = state;
        const words = new EditorWords({ body, author, parents: listHeads(note), original, extras });
        const target = review?.target ?? note.target;
        const reviewed = review === undefined ? {} : { review: review.record };
        begin({ kind: 'open', key: toEditKey(id), noteId: id, target, ...reviewed, started: now(), words });
      },
      resume: (unsaved, original) => open(toEditor(unsaved, original, author)),
      finishEditor: (key, at) => {
        focus.current.add(key);
        setEditors((known) => new Map(listOpen(known)).set(key, { kind: 'saved', key, at }));
      },
      closeEditor: (key) => {
        focus.current.add(key);
        setEditors((known) => new Map([...known].filter(([other]) => other !== key)));
      },
      forgetSaved: (key) =>
        setEditors((known) => new Map([...known].filter(([other, { kind }]) => other !== key || kind === 'open'))),
      takeFocus: (key) => focus.current.delete(key),
    };
  }, [store, canWrite, author, say, lose]);
  return useMemo(() => ({ editors, ...actions }), [editors, actions]);
}

/** "Saved" is said of the last save only, and no longer once something else is written. */
function listOpen(editors: ReadonlyMap<string, EditorEntry>): [string, EditorEntry][] {
  return [...editors].filter(([, { kind }]) => kind === 'open');
}

function toEditor(unsaved: UnsavedNote, original: string, lastAuthor: string): OpenEditor {
  const { key, noteId, parents, target, review, body, author, started, modified } = unsaved;
  const words = new EditorWords({ body, author: author || lastAuthor, parents, original, extras: unsaved });
  const reviewed = review === undefined ? {} : { review };
  return { kind: 'open', key, noteId, target, ...reviewed, started, unsavedSince: modified, words };
}
