import { resolve } from 'node:path';
import type { Language } from '../../protocols/contract/calls';

/** What the command line may set for one run. */
export interface StartOptions {
  /** Read documents from here instead of the shipped library. */
  readonly library?: string;
  readonly language?: Language;
}

/** Reads `--library=DIR` and `--lang=en|fr`; anything else on the line is Chromium's. */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const find = (name: string): string | undefined =>
    argv.findLast((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
  const library = find('library');
  const language = find('lang');
  return {
    ...(library === undefined ? {} : { library: resolve(library) }),
    ...(language === 'en' || language === 'fr' ? { language } : {}),
  };
}
