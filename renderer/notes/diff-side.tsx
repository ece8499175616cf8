import type { ReactElement } from 'react';
import type { Token } from '../../protocols/changes/diff-words';
import { toVisibleText } from '../../protocols/notes/visible-text';
import styles from './notes.module.css';

/** One side of a comparison: the words of before with what went struck and "−", or those of now with what came underlined and "+". */
export function DiffSide({ tokens, side }: { tokens: readonly Token[]; side: 'removed' | 'added' }): ReactElement {
  const Mark = side === 'removed' ? 'del' : 'ins';
  return (
    <>
      {toRuns(tokens.filter(({ change }) => change === 'same' || change === side)).map(({ text, change }, index) =>
        change === 'same' || text.trim() === '' ? (
          <span key={index}>{toVisibleText(text)}</span>
        ) : (
          <Mark key={index} className={styles[side]}>
            {toVisibleText(text)}
          </Mark>
        ),
      )}
    </>
  );
}

/** Neighbours with the same fate together: one sign for a phrase, not one for each word. No line breaks inside a quantity. */
function toRuns(tokens: readonly Token[]): { readonly text: string; readonly change: Token['change'] }[] {
  const runs: { text: string; change: Token['change'] }[] = [];
  for (const { text: words, change, clinical } of tokens) {
    const text = clinical ? words.replaceAll(' ', '\u00A0') : words;
    const last = runs.at(-1);
    if (last?.change === change) last.text += text;
    else runs.push({ text, change });
  }
  return runs;
}
