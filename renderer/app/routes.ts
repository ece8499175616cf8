import type { ProtocolKey } from '../../protocols/schema/protocol';

/** The places of the program, by the digit that opens them with Ctrl. */
export const PLACES = [
  { digit: 1, path: '/', message: 'app.place.home' },
  { digit: 2, path: '/protocols', message: 'app.place.protocols' },
  { digit: 5, path: '/notes', message: 'app.place.notes' },
  { digit: 6, path: '/library', message: 'app.place.library' },
  { digit: 7, path: '/settings', message: 'app.place.settings' },
] as const;

export const HELP_PATH = '/help';
export const PROTOCOL_PATTERN = '/p/:key/:anchor?';

/** The address of an edition, or of a section, block or source in it. */
export function toProtocolPath({ id, version }: ProtocolKey, anchor?: string): string {
  return `/p/${id}@${version}${anchor === undefined || anchor === '' ? '' : `/${anchor}`}`;
}

/** The edition an address names; without a version the newest is meant. */
export function readProtocolParam(key: string): { readonly id: string; readonly version?: string } {
  const [id = '', version] = key.split('@');
  return version === undefined ? { id } : { id, version };
}
