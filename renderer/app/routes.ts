import type { ProtocolKey } from '../../protocols/schema/protocol';

/** The places of the program, by the digit that opens them with Ctrl. */
export const PLACES = [
  { digit: 1, path: '/', message: 'app.place.home' },
  { digit: 2, path: '/protocols', message: 'app.place.protocols' },
  { digit: 3, path: '/dose', message: 'app.place.dose' },
  { digit: 5, path: '/notes', message: 'app.place.notes' },
  { digit: 6, path: '/library', message: 'app.place.library' },
  { digit: 7, path: '/settings', message: 'app.place.settings' },
] as const;

export const HELP_PATH = '/help';
export const SETTINGS_PATTERN = '/settings/:field?';
export const SETTING_FIELDS = ['language', 'theme', 'zoom', 'paper', 'clinic'] as const;
export type SettingField = (typeof SETTING_FIELDS)[number];
export const PROTOCOL_PATTERN = '/p/:key/:anchor?';

/** The address of an edition, or of a section, block or source in it. */
export function toProtocolPath({ id, version }: ProtocolKey, anchor?: string): string {
  return `/p/${id}@${version}${anchor === undefined || anchor === '' ? '' : `/${anchor}`}`;
}

export const DOSE_PATTERN = '/dose/:key/:block?/:setting?';
export type DoseParams = { readonly key: string; readonly block?: string; readonly setting?: string };

/**
 * The address of the Dose screen for an edition, or without a version for the one in force. A block chooses the dose, a
 * setting what the clinic is to set for it.
 */
export function toDosePath(
  { id, version }: { id: string; version?: string },
  block?: string,
  setting?: string,
): string {
  const edition = version === undefined ? id : `${id}@${version}`;
  return ['/dose', edition, block, setting].filter((part) => part !== undefined).join('/');
}

/** Where procedures of the clinic's own are begun and written. */
export const WRITE_PATH = '/write';
export const WRITE_PATTERN = '/write/:id?';

export function toWritePath(id: string): string {
  return `${WRITE_PATH}/${id}`;
}

/** The edition an address names; without a version the newest is meant. */
export function readProtocolParam(key: string): { readonly id: string; readonly version?: string } {
  const [id = '', version] = key.split('@');
  return version === undefined ? { id } : { id, version };
}

/** The address of one setting. */
export function toSettingPath(field: string): string {
  return `/settings/${field}`;
}
