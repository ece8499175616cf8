import type { ReactElement, ReactNode } from 'react';
import type { Marks } from '../../protocols/search/answer';

/** A text with its matched words marked. */
export function MarkedText({ text, marks }: { text: string; marks: Marks }): ReactElement {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
