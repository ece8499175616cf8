import { parseArgs } from 'node:util';

/** One verb of the author's command line. */
export interface Command {
  readonly usage: string;
  readonly about: string;
  /** Returns the exit code: 0 good, 1 findings, 2 could not run. */
  readonly run: (args: string[]) => Promise<number>;
}

/** Where the protocols of this repository are written. */
export const DOCUMENTS = 'protocols/documents';

/** What stood on the command line after the verb. */
export interface Options {
  readonly words: readonly string[];
  readonly json: boolean;
  /** The value of `--name value`, or undefined when it was not given. */
  readonly find: (name: string) => string | undefined;
}

/** Reads `--name value` options and plain words; an unknown option throws, which the caller answers with exit code 2. */
export function readOptions(args: string[], names: readonly string[]): Options {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...options, json: { type: 'boolean' as const } },
  });
  const given: Readonly<Record<string, unknown>> = values;
  const find = (name: string): string | undefined => (typeof given[name] === 'string' ? given[name] : undefined);
  return { words: positionals, json: given['json'] === true, find };
}
