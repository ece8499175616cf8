import { useEffect, useMemo, useRef, useState } from 'react';
import { toInstant } from '../../protocols/notes/instant';
import { LONGEST_NOTE, type NoteExtras, type UnsavedNote, countCharacters } from '../../protocols/notes/note';
import type { SaveFailure } from '../store/failures';
import type { Store } from '../store/store';
import { DraftKeeper, type UnsavedStore } from './draft-keeper';
import { type OpenEditor, useNotes } from './notes-context';

export type Saving =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'failed'; readonly failure: SaveFailure };
export type Problem = { readonly kind: 'body' | 'author' } | { readonly kind: 'long'; readonly count: number };

export interface NoteEditing {
  readonly body: string;
  readonly author: string;
  readonly extras: NoteExtras;
  readonly saving: Saving;
  readonly problem: Problem | undefined;
  /** Set while what is typed cannot be kept. */
  readonly unkept: SaveFailure | undefined;
  readonly isAsking: boolean;
  /** Takes the words, or refuses them whole when they are too many. */
  readonly type: (body: string) => void;
  readonly refuse: (count: number) => void;
  readonly sign: (author: string) => void;
  readonly describe: (extras: NoteExtras) => void;
  readonly save: () => void;
  /** Closes at once when nothing would be lost, else asks. */
  readonly leave: () => void;
  readonly stay: () => void;
  readonly discard: () => void;
}

/** What an open editor holds and does. Every word stays in the field and on the disk until a save has it. */
export function useNoteEditing({ key, noteId, target, review, started, words }: OpenEditor): NoteEditing {
  const { store, rememberAuthor, finishEditor, closeEditor } = useNotes();
  const [body, setBody] = useState(words.body);
  const [author, setAuthor] = useState(words.author);
  const [extras, setExtras] = useState(words.extras);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const [problem, setProblem] = useState<Problem>();
  const [unkept, setUnkept] = useState<SaveFailure>();
  const [isAsking, setAsking] = useState(false);
  const isSaving = useRef(false);
  const keeper = useKeeper<UnsavedNote>(store, key, setUnkept);

  const keep = (): void => {
    const typed = { parents: words.parents, body: words.body, author: words.author, ...words.extras };
    const reviewed = review === undefined ? {} : { review };
    const unsaved = { key, noteId, target, ...reviewed, started, modified: toInstant(new Date()), ...typed };
    keeper?.keep(words.isUnsaved ? unsaved : 'nothing');
  };
  const close = (): void => {
    keeper?.drop();
    keeper?.keep('nothing');
    closeEditor(key);
  };
  const send = async (to: Store): Promise<void> => {
    const sent = words.attempt();
    isSaving.current = true;
    setProblem(undefined);
    setSaving({ state: 'saving' });
    keeper?.drop();
    const reviewed = review === undefined ? {} : { review };
    const result = await to.saveNote({ noteId, target, ...reviewed, unsavedKey: key, ...sent });
    isSaving.current = false;
    if (result.ok) {
      words.saved(sent);
      rememberAuthor(sent.author);
    }
    setSaving(result.ok ? { state: 'idle' } : { state: 'failed', failure: result.error });
    // What was typed while the disk was writing is not saved yet, and stays in the field.
    keep();
    if (result.ok && !words.isUnsaved) finishEditor(key, result.value.modified);
  };

  return {
    body,
    author,
    extras,
    saving,
    problem,
    unkept,
    isAsking,
    save: () => {
      if (words.body.trim() === '') setProblem({ kind: 'body' });
      else if (words.author.trim() === '') setProblem({ kind: 'author' });
      else if (!isSaving.current && store !== undefined) void send(store);
    },
    type: (typed) => {
      const count = countCharacters(typed);
      if (count > LONGEST_NOTE && typed.length > words.body.length) return setProblem({ kind: 'long', count });
      words.type(typed);
      setBody(typed);
      setProblem(undefined);
      setAsking(false);
      keep();
    },
    refuse: (count) => setProblem({ kind: 'long', count }),
    sign: (name) => {
      words.sign(name);
      setAuthor(name);
      setProblem(undefined);
      keep();
    },
    describe: (change) => {
      words.describe(change);
      setExtras(words.extras);
      keep();
    },
    leave: () => (words.isUnsaved ? setAsking(true) : close()),
    stay: () => setAsking(false),
    discard: close,
  };
}

/** Writes what is typed to the disk, and the rest of it when the page goes. */
export function useKeeper<Unsaved>(
  store: UnsavedStore<Unsaved> | undefined,
  key: string,
  tell: (failure: SaveFailure | undefined) => void,
): DraftKeeper<Unsaved> | undefined {
  const keeper = useMemo(() => store && new DraftKeeper<Unsaved>(store, key, tell), [store, key, tell]);
  useEffect(() => {
    const flush = (): void => keeper?.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [keeper]);
  return keeper;
}
