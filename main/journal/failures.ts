import type { JournalFailure } from '../../protocols/contract/journal';
import { toCode } from './segment-files';

/** Says in our words why the disk did not take something. */
export function toJournalFailure(error: unknown): JournalFailure {
  const code = toCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'full' };
  return { kind: 'not-written', message: toMessage(error) };
}

export function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
