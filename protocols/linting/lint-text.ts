import { lintCharacters } from './character-rules';
import type { TextFinding } from './finding';
import { lintNumbers } from './number-rules';
import type { Language } from './quantities';
import { lintWords } from './word-rules';

export interface LintTextOptions {
  readonly language?: Language;
  /** Where the writer is typing: what ends there is not finished, and nothing is said of it yet. */
  readonly caret?: number;
}

// Addresses and references are not sentences; their letters are read as nothing.
const OPAQUE = /\{\{[^{}]{0,200}\}\}|\bhttps?:\/\/\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/g;

/** Everything in a text that is easily misread, in the order it stands there. For notes being typed and for documents alike. */
export function lintText(text: string, { language = 'en', caret }: LintTextOptions = {}): TextFinding[] {
  const plain = text.replaceAll(OPAQUE, (found) =>
    found.startsWith('{{') ? `{{${'x'.repeat(found.length - 4)}}}` : 'x'.repeat(found.length),
  );
  return [...lintCharacters(text), ...lintNumbers(plain, language), ...lintWords(plain, language)]
    .filter(({ end }) => end !== caret)
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter((finding, index, all) => !isRepeated(finding, all[index - 1]));
}

function isRepeated(finding: TextFinding, before: TextFinding | undefined): boolean {
  return before !== undefined && before.rule === finding.rule && finding.start < before.end;
}
