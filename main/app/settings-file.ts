import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SHIPPED_SETTINGS, type Settings } from '../../protocols/contract/settings';
import { SomeSettings } from '../../protocols/contract/settings-schema';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { replaceFileNow } from '../files/replace-file';
import { toCode, toMessage } from '../files/system-error';

const Bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type WindowBounds = z.infer<typeof Bounds>;

// What an earlier program did not know yet is as it was shipped.
const File = z.strictObject({ settings: SomeSettings, window: Bounds.optional() });

/** Remembers settings and the window's place between starts, in `settings.json` of the data folder. */
export class SettingsFile {
  /** The file was there and could not be used; it was moved aside and the shipped settings are in force. */
  readonly reset: boolean;
  #content: { readonly settings: Settings; readonly window?: WindowBounds | undefined };
  /** A language named at start: in force for this run, or until another is chosen, and not remembered. */
  #languageForNow: Settings['language'] | undefined;
  readonly #path: string;
  readonly #writable: boolean;

  constructor(
    folder: string,
    writable: boolean,
    language: { system: Settings['language']; forNow: Settings['language'] | undefined },
  ) {
    this.#languageForNow = language.forNow;
    this.#path = join(folder, 'settings.json');
    const read = readSettings(this.#path);
    this.reset = read === 'unusable';
    // What cannot be kept aside must not be written over.
    this.#writable = writable && (!this.reset || setAside(this.#path));
    const shipped = { ...SHIPPED_SETTINGS, language: language.system };
    this.#content =
      typeof read === 'object'
        ? { settings: { ...shipped, ...read.settings }, window: read.window }
        : { settings: shipped };
  }

  get settings(): Settings {
    const { settings } = this.#content;
    return { ...settings, language: this.#languageForNow ?? settings.language };
  }

  get window(): WindowBounds | undefined {
    return this.#content.window;
  }

  /** In force at once; the answer says whether it will also be remembered. */
  change(change: Partial<Settings>): Result<Settings, { kind: 'not-written'; message: string }> {
    if (change.language !== undefined) this.#languageForNow = undefined;
    this.#content = { ...this.#content, settings: { ...this.#content.settings, ...change } };
    return this.#write();
  }

  /** A lost window place is not worth a message. */
  rememberWindow(window: WindowBounds): void {
    this.#content = { ...this.#content, window };
    this.#write();
  }

  #write(): Result<Settings, { kind: 'not-written'; message: string }> {
    if (!this.#writable) return fail({ kind: 'not-written', message: 'the settings file cannot be written' });
    try {
      replaceFileNow(this.#path, JSON.stringify(this.#content, null, 2));
      return ok(this.settings);
    } catch (error) {
      return fail({ kind: 'not-written', message: toMessage(error) });
    }
  }
}

function setAside(path: string): boolean {
  try {
    renameSync(path, `${path}.damaged-${Date.now()}`);
    return true;
  } catch {
    return false; // another program has it open, as a scanner may on Windows
  }
}

function readSettings(path: string): z.infer<typeof File> | 'absent' | 'unusable' {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return toCode(error) === 'ENOENT' ? 'absent' : 'unusable';
  }
  try {
    const parsed = File.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : 'unusable';
  } catch {
    return 'unusable'; // not JSON: as unusable as JSON of another shape
  }
}
