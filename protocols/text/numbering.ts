import type { Section } from '../schema/protocol';

/** The number of each section and block as printed: `4.2` for a section, `4.2.1` for a block in it. */
export function toNumbers(sections: readonly Section[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const open: number[] = [];
  for (const { id, depth, blocks } of sections) {
    open.length = Math.min(open.length, depth);
    // A part that skips a level still gets a whole number: 2 then depth 3 gives 2.1.1.
    while (open.length < depth) open.push(open.length === depth - 1 ? 0 : 1);
    open[depth - 1] = (open[depth - 1] ?? 0) + 1;
    const number = open.join('.');
    numbers.set(id, number);
    for (const [index, block] of blocks.entries()) numbers.set(block.id, `${number}.${index + 1}`);
  }
  return numbers;
}
