import { useEffect, useRef, useState } from 'react';
import { type ClinicTextContext, checkClinicText } from '../../protocols/clinic-documents/check-clinic-text';
import { type ClinicDocument, LONGEST_TEXT } from '../../protocols/clinic-documents/clinic-document';
import { toWholeText } from '../../protocols/journal/note-body';
import { toInstant } from '../../protocols/notes/instant';
import { useNotes } from '../notes/notes-context';
import { useKeeper } from '../notes/use-note-editing';
import type { UnsavedText } from '../store/database';
import type { SaveFailure } from '../store/failures';
import type { Procedures } from './use-procedures';

export type Saving =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly failure: SaveFailure };

export type TextProblem = { readonly kind: 'name' } | { readonly kind: 'long'; readonly count: number };

export interface TextEditing {
  readonly text: string;
  readonly name: string;
  readonly saving: Saving;
  readonly problem: TextProblem | undefined;
  /** Set while what is typed cannot be kept. */
  readonly unkept: SaveFailure | undefined;
  /** Not every word of it is in the journal. */
  readonly isUnsaved: boolean;
  readonly type: (text: string) => void;
  readonly sign: (name: string) => void;
  readonly save: () => void;
  /** Saves an approval; the unsaved words are then needless. */
  readonly release: Procedures['save'];
  /** Goes back to the text last saved; absent where there is none. */
  readonly discard: (() => void) | undefined;
}

/** What the open text holds and does. Every word stays in the field and on the disk until a save has it. */
export function useTextEditing(
  { id, draft }: ClinicDocument,
  first: string,
  { store, save: append }: Procedures,
  context: ClinicTextContext,
): TextEditing {
  const { author: lastAuthor, rememberAuthor } = useNotes();
  const [text, setText] = useState(first);
  const [saved, setSaved] = useState(draft?.text);
  const [name, setName] = useState(lastAuthor);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const [problem, setProblem] = useState<TextProblem>();
  const [unkept, setUnkept] = useState<SaveFailure>();
  const keeper = useKeeper<UnsavedText>(store?.unsavedTexts, id, setUnkept);
  const latest = useRef(text);

  const keep = (typed: string, kept: string | undefined): void =>
    keeper?.keep(typed === kept ? 'nothing' : { id, text: typed, modified: toInstant(new Date()) });
  const put = (typed: string): void => {
    latest.current = typed;
    setText(typed);
    setProblem(undefined);
    setSaving({ state: 'idle' });
    keep(typed, saved);
  };
  // Words nobody typed yet, such as the beginning of a next version, are kept from the start.
  const [before] = useState({ text: first, isSaved: first === draft?.text });
  useEffect(() => {
    if (!before.isSaved) keeper?.keep({ id, text: before.text, modified: toInstant(new Date()) });
  }, [keeper, id, before]);

  const send = async (): Promise<void> => {
    const sent = toWholeText(latest.current);
    const by = toWholeText(name.trim());
    const { version = draft?.version ?? '1.0.0' } = checkClinicText(sent, context);
    setSaving({ state: 'saving' });
    const at = toInstant(new Date());
    const result = await append({ id, version, text: sent, state: 'draft', author: by, at });
    if (!result.ok) return setSaving({ state: 'failed', failure: result.error });
    rememberAuthor(by);
    setSaved(sent);
    // What was typed while the disk was writing is not saved yet, and stays in the field.
    keep(latest.current, sent);
    setSaving(latest.current === sent ? { state: 'saved', at } : { state: 'idle' });
  };

  const release: Procedures['save'] = async (record) => {
    const { current } = latest;
    // Saved first: what is approved is then in the journal as its author wrote it, and nothing of it is unsaved any more.
    if (current !== saved) {
      const author = toWholeText(name.trim()) || record.author;
      const kept = await append({ ...record, text: toWholeText(current), state: 'draft', author });
      if (!kept.ok) return kept;
      setSaved(current);
    }
    keeper?.drop();
    await store?.unsavedTexts.discardUnsaved(id);
    return append(record);
  };

  return {
    text,
    name,
    saving,
    problem,
    unkept,
    isUnsaved: text !== saved,
    type: (typed) => {
      if (typed.length > LONGEST_TEXT && typed.length > text.length) setProblem({ kind: 'long', count: typed.length });
      else put(typed);
    },
    sign: (typed) => {
      setName(typed);
      setProblem(undefined);
    },
    save: () => {
      if (name.trim() === '') setProblem({ kind: 'name' });
      else if (saving.state !== 'saving') void send();
    },
    release,
    discard: saved === undefined ? undefined : () => put(saved),
  };
}
