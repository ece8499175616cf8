/** What the id of every procedure a clinic writes begins with; no other document on a computer may have such an id. */
export const OWN_PREFIX = 'own-';

const LONGEST_ID = 64; // characters, as the schema has it

/** Whether a document is the clinic's own, wherever only its id is at hand: in a list, a search hit, on paper. */
export function isOwnId(id: string): boolean {
  return id.startsWith(OWN_PREFIX);
}

/** An id for a new procedure, made of its title and of none that is taken. */
export function toOwnId(title: string, taken: ReadonlySet<string>): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  // Room for a number behind it.
  const base = `${OWN_PREFIX}${words || 'procedure'}`.slice(0, LONGEST_ID - 4).replace(/-+$/, '');
  if (!taken.has(base)) return base;
  for (let count = 2; ; count++) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`;
}
