import { writeComparison, writeStep, writeValue } from '../authoring/write-values';
import { Step } from '../schema/blocks';
import { Amount, Comparison, Time } from '../schema/values';
import type { FieldChange } from './diff-fields';

/** A change on one line of plain text: `0.5 mg/kg → 0.75 mg/kg`, and for prose `the [-old-]{+new+} words`. */
export function toShownChange({ kind, before, after, words }: FieldChange): string {
  if (words !== undefined)
    return words
      .map(({ text, change }) => (change === 'same' ? text : change === 'removed' ? `[-${text}-]` : `{+${text}+}`))
      .join('');
  if (kind === 'added') return `+ ${toShown(after)}`;
  if (kind === 'removed') return `- ${toShown(before)}`;
  return `${toShown(before)} → ${toShown(after)}`;
}

/** A piece of canonical data as its author would write it, or as data where no author writes it so. */
export function toShown(data: unknown): string {
  if (typeof data === 'string') return data;
  if (Array.isArray(data) && data.every((item) => typeof item === 'string')) return `[${data.join(', ')}]`;
  const held = Amount.or(Time).safeParse(data);
  if (held.success) return toLine(writeValue(held.data, undefined));
  const limit = Comparison.safeParse(data);
  if (limit.success) return toLine(writeComparison(limit.data, undefined));
  const step = Step.safeParse(data);
  return step.success ? writeStep(step.data) : JSON.stringify(data);
}

function toLine(authored: unknown): string {
  return typeof authored === 'string' ? authored : JSON.stringify(authored);
}
