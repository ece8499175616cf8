import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Note, NoteReview, NoteTarget, UnsavedNote } from '../../protocols/notes/note';
import type { StoreFailure } from '../store/failures';
import type { Live, Reading } from '../store/live';
import type { Store } from '../store/store';
import type { EditorWords } from './editor-words';

/** An editor that is open, or was and has said "Saved". */
export type EditorEntry = OpenEditor | { readonly kind: 'saved'; readonly key: string; readonly at: string };

export interface OpenEditor {
  readonly kind: 'open';
  readonly key: string;
  readonly noteId: string;
  readonly target: NoteTarget;
  /** Set where the edit is a review: it puts the note at `target`. */
  readonly review?: Omit<NoteReview, 'by'>;
  readonly started: string;
  /** When the words were last typed, if they come from before. */
  readonly unsavedSince?: string;
  readonly words: EditorWords;
}

/** What an edit begins with in place of the note's own. */
export interface EditFrom {
  readonly state?: Pick<Note, 'body' | 'kind' | 'tags' | 'links'>;
  readonly review?: { readonly target: NoteTarget; readonly record: Omit<NoteReview, 'by'> };
}

export type NotesFailure = StoreFailure | { readonly kind: 'lost' };
export type Hint = 'select' | 'across' | 'off';

export interface NotesState {
  readonly state: 'loading' | 'ready' | { readonly failure: NotesFailure };
  readonly store: Store | undefined;
  readonly canWrite: boolean;
  /** The data folder, when it may not be written. */
  readonly readOnlyFolder: string | undefined;
  /** Offered as the author of the next note. */
  readonly author: string;
  readonly rememberAuthor: (name: string) => void;
  readonly editors: ReadonlyMap<string, EditorEntry>;
  readonly startNote: (target: NoteTarget) => void;
  /** Opens the editor on a note; with `from` on words of an earlier state of it. */
  readonly editNote: (note: Note, from?: EditFrom) => void;
  /** Opens the editor on words that were not saved. */
  readonly resume: (unsaved: UnsavedNote, original: string) => void;
  readonly finishEditor: (key: string, at: string) => void;
  /** The focus goes back to the button that opened it. */
  readonly closeEditor: (key: string) => void;
  /** Forgets that a save was told; an editor opened since stays. */
  readonly forgetSaved: (key: string) => void;
  /** Whether the part of the page with this key was just asked for and should take the focus; true once. */
  readonly takeFocus: (key: string) => boolean;
  readonly say: (hint: Hint) => void;
}

export const NotesContext = createContext<NotesState | undefined>(undefined);

/** The clinic's notes: whether they are open, may be written, and what is being written. */
export function useNotes(): NotesState {
  const state = useContext(NotesContext);
  if (state === undefined) throw new Error('useNotes stands outside NotesProvider');
  return state;
}

const LOADING: Reading<never> = { state: 'loading' };
const never = (): (() => void) => () => undefined;

/** What a live query of the store says; loading while there is no store. */
export function useReading<T>(live: Live<T> | undefined): Reading<T> {
  return useSyncExternalStore(live?.subscribe ?? never, live?.read ?? (() => LOADING));
}

/** The words typed under a key and not saved, if there are any. */
export function useUnsaved(key: string): UnsavedNote | undefined {
  const live = useNotes().store?.unsaved;
  return useSyncExternalStore(live?.subscribe ?? never, () => {
    const reading = live?.read();
    return reading?.state === 'ready' ? reading.value.get(key) : undefined;
  });
}
