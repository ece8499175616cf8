import type { JournalFailure } from '../../protocols/contract/journal';
import { toCode, toMessage } from '../files/system-error';

/** Says in our words why the disk did not take something. */
export function toJournalFailure(error: unknown): JournalFailure {
  const code = toCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'full' };
  return { kind: 'not-written', message: toMessage(error) };
}
