import type { JournalEntry } from './entry';

/**
 * Entries of one kind in the order in which their words count, the last word last. What was taken over from another
 * computer comes before everything said on this one, so that taking over a backup never overrules what was settled here;
 * what a repair had to put at the end of the journal goes back to where it was said. No clock is asked.
 */
export function toSpokenOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const here = new Set(entries.map(({ writer }) => writer));
  const others = entries.map((entry) => toSaid(entry).writer).filter((writer) => !here.has(writer));
  const writers = [...new Set([...others, ...here])];
  return entries.toSorted((a, b) => {
    const [first, second] = [toSaid(a), toSaid(b)];
    return writers.indexOf(first.writer) - writers.indexOf(second.writer) || first.sequence - second.sequence;
  });
}

/** By whom it was said, and as which of their entries, wherever it stands now. */
function toSaid({ origin, writer, sequence }: JournalEntry): Pick<JournalEntry, 'writer' | 'sequence'> {
  return origin ?? { writer, sequence };
}
