import { type AuthoredYaml, readYaml } from './authored-yaml';

/** Reads YAML as `readYaml` does. */
export type ReadYaml = (text: string, firstLine: number) => AuthoredYaml;

/** Reads what one reading of a text has already read only once; hands on what it used, and no more, to the next reading. */
export class KnownYaml {
  readonly #before: ReadonlyMap<string, AuthoredYaml>;
  readonly #used = new Map<string, AuthoredYaml>();

  constructor(before?: KnownYaml) {
    this.#before = before === undefined ? new Map<string, AuthoredYaml>() : before.#used;
  }

  readonly read: ReadYaml = (text, firstLine) => {
    const known = this.#used.get(text) ?? this.#before.get(text) ?? readYaml(text, 1);
    this.#used.set(text, known);
    const { value, problems, lineOf } = known;
    const further = firstLine - 1;
    return {
      value,
      problems: problems.map((problem) => ({ ...problem, line: problem.line + further })),
      lineOf: (path) => lineOf(path) + further,
    };
  };
}
