import { type NoteExtras, type UnsavedNote, toExtras } from '../../protocols/notes/note';

interface Beginning {
  readonly body: string;
  readonly author: string;
  readonly parents: readonly string[];
  readonly original: string;
  readonly extras: NoteExtras;
}

/**
 * What is being typed in one editor. Kept apart from the page it stands on: a walk to another screen and back finds the
 * words as they were left.
 */
export class EditorWords {
  #body: string;
  #author: string;
  #parents: readonly string[];
  #original: string;
  #extras: NoteExtras;
  #originalExtras: string;
  #attempt = { words: '', revision: '' };

  constructor({ body, author, parents, original, extras }: Beginning) {
    this.#body = body;
    this.#author = author;
    this.#parents = parents;
    this.#original = original;
    this.#extras = toExtras(extras);
    this.#originalExtras = JSON.stringify(this.#extras);
  }

  get body(): string {
    return this.#body;
  }

  get author(): string {
    return this.#author;
  }

  /** The revisions these words are written on top of. */
  get parents(): readonly string[] {
    return this.#parents;
  }

  /** The saved words of the note; empty for a new one. */
  get original(): string {
    return this.#original;
  }

  get extras(): NoteExtras {
    return this.#extras;
  }

  /** Whether something would be lost if they went. */
  get isUnsaved(): boolean {
    const isChanged = this.#body !== this.#original || JSON.stringify(this.#extras) !== this.#originalExtras;
    return isChanged && this.#body.trim() !== '';
  }

  type(body: string): void {
    this.#body = body;
  }

  describe(extras: NoteExtras): void {
    this.#extras = toExtras({ ...this.#extras, ...extras });
  }

  sign(author: string): void {
    this.#author = author;
  }

  /** What to save now. The same words a second time are the same revision: a late first try is not doubled. */
  attempt(): Pick<UnsavedNote, 'body' | 'author' | 'parents'> & NoteExtras & { readonly revision: string } {
    const sent = { body: this.#body, author: this.#author.trim(), parents: this.#parents, ...this.#extras };
    const words = JSON.stringify(sent);
    if (this.#attempt.words !== words) this.#attempt = { words, revision: crypto.randomUUID() };
    return { ...sent, revision: this.#attempt.revision };
  }

  /** What was sent is on the disk; what was typed since is not. */
  saved({ body, revision, ...extras }: { readonly body: string; readonly revision: string } & NoteExtras): void {
    this.#original = body;
    this.#originalExtras = JSON.stringify(toExtras(extras));
    this.#parents = [revision];
  }
}
