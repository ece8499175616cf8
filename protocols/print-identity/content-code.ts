import { toPrintCode } from './print-code';
import { type PrintIdentity, toSorted } from './print-record';

/** What a page of the downtime binder says. It has no moment: the same content made again is the same page. */
export type ContentIdentity = Pick<PrintIdentity, 'sheet' | 'key' | 'contentHash' | 'local' | 'language'>;

/** The code on a page of the downtime binder. */
export function toContentCode({ sheet, key, contentHash, local, language }: ContentIdentity): string {
  const { id, version } = key;
  return toPrintCode({ binder: sheet, key: { id, version }, contentHash, local: toSorted(local), language });
}
