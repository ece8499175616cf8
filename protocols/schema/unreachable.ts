/** A kind that is not handled would be a fault of ours; the compiler names it first. */
export function unreachable(value: never): never {
  throw new Error(`nothing handles ${JSON.stringify(value)}`);
}
