import { parseArgs } from 'node:util';

/** One verb of the author's command line. */
export interface Command {
  readonly usage: string;
  readonly about: string;
  /** What `--help` adds for this verb: how to use it, with examples. */
  readonly teaches?: string;
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
  /** Whether the switch `--name` was given. */
  readonly has: (name: string) => boolean;
}

/** Reads `--name value` options, `--name` switches and plain words; an unknown option throws, which the caller answers with exit code 2. */
export function readOptions(args: string[], names: readonly string[], switches: readonly string[] = []): Options {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const flags = Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }]));
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...options, ...flags, json: { type: 'boolean' as const } },
  });
  const given: Readonly<Record<string, unknown>> = values;
  const find = (name: string): string | undefined => (typeof given[name] === 'string' ? given[name] : undefined);
  return { words: positionals, json: given['json'] === true, find, has: (name) => given[name] === true };
}
