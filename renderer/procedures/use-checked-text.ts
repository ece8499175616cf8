import { useEffect, useMemo, useRef, useState } from 'react';
import { readDraft } from '../../protocols/authoring/compile-protocol';
import { KnownMarkdown } from '../../protocols/authoring/known-markdown';
import { KnownYaml } from '../../protocols/authoring/known-yaml';
import {
  type CheckedText,
  type ClinicTextContext,
  checkClinicText,
} from '../../protocols/clinic-documents/check-clinic-text';
import { isOwnId } from '../../protocols/clinic-documents/own-id';
import type { Protocol } from '../../protocols/schema/protocol';
import { useLibrary } from '../app/library-provider';
import { useToday } from '../app/use-today';

// Reading a long text takes longer than a key may; it waits for a pause.
const PAUSE_MILLISECONDS = 300;

/** What a text of this procedure is judged by. */
export function useTextContext(id: string, previous: Protocol | undefined): ClinicTextContext {
  const listing = useLibrary()?.listing;
  const today = useToday();
  return useMemo(() => {
    const others = (listing?.protocols ?? []).map((each) => each.id).filter((each) => !isOwnId(each));
    return { id, otherIds: new Set(others), previous, today };
  }, [id, listing, previous, today]);
}

/** What the checker says of the text as it was at the last pause; `current` while it says so of the text as it is. */
export function useCheckedText(
  text: string,
  context: ClinicTextContext,
): { readonly checked: CheckedText | undefined; readonly current: boolean } {
  const [said, setSaid] = useState<{ readonly of: string; readonly checked: CheckedText }>();
  // What stands as it did at the last pause is not read again: it was more than half of the time.
  const known = useRef({ yaml: new KnownYaml(), markdown: new KnownMarkdown() });
  useEffect(() => {
    const check = (): void => {
      const yaml = new KnownYaml(known.current.yaml);
      const markdown = new KnownMarkdown(known.current.markdown);
      known.current = { yaml, markdown };
      const checked = checkClinicText(text, context, (typed) => readDraft(typed, yaml.read, markdown.read));
      setSaid({ of: text, checked });
    };
    const timer = setTimeout(check, PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, context]);
  return { checked: said?.checked, current: said?.of === text };
}
