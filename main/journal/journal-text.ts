import { setImmediate as nextTurn } from 'node:timers/promises';
import { CHAIN_START, type ChainPoint, encodeEntry } from '../../protocols/journal/entry';
import { JOURNAL_FORMAT, decodeSegmentInSteps, encodeHeader } from '../../protocols/journal/segment';
import { listSegments, readSegment } from './segment-files';

/** The whole journal up to a point as the text of one file, as far as it can be relied on; `bad` says where it could not. */
export class JournalText {
  readonly #folder: string;
  readonly #end: ChainPoint;
  readonly #writer: string;
  bad: number | undefined;

  constructor(folder: string, { end, writer }: { end: ChainPoint; writer: string }) {
    this.#folder = folder;
    this.#end = end;
    this.#writer = writer;
  }

  async *read(): AsyncGenerator<string> {
    yield encodeHeader({ format: JOURNAL_FORMAT, writer: this.#writer, first: 1, previous: CHAIN_START.hash });
    let at: ChainPoint = CHAIN_START;
    for (const file of await listSegments(this.#folder)) {
      const before = at;
      for (const { header, entries } of decodeSegmentInSteps(await readSegment(file))) {
        const wanted = entries.filter(({ sequence }) => sequence <= this.#end.sequence);
        if (header.previous !== before.hash) break;
        yield wanted.map(encodeEntry).join('');
        at = wanted.at(-1) ?? at;
        if (at.sequence === this.#end.sequence) break;
        // Others wait meanwhile for their entry to be written, and the window for its keys.
        await nextTurn();
      }
      if (at.sequence === this.#end.sequence) break;
    }
    if (at.hash !== this.#end.hash) this.bad = at.sequence + 1;
  }
}
