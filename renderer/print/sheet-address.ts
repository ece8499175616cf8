import type { Language, Paper } from '../../protocols/contract/calls';
import type { ProtocolKey } from '../../protocols/schema/protocol';

/** What the address of the print page asks for. */
export interface SheetAddress {
  readonly ticket: string;
  readonly key: ProtocolKey;
  readonly paper: Paper;
  readonly language: Language;
}

/** Reads the query of the print page; undefined when it is not one main would write. */
export function findSheetAddress(query: string): SheetAddress | undefined {
  const asked = new URLSearchParams(query);
  const [ticket, id, version] = [asked.get('ticket'), asked.get('id'), asked.get('version')];
  const paper = asked.get('paper');
  const language = asked.get('language');
  if (ticket === null || id === null || version === null || asked.get('sheet') !== 'checklist') return undefined;
  if (paper !== 'A4' && paper !== 'Letter') return undefined;
  if (language !== 'en' && language !== 'fr') return undefined;
  return { ticket, key: { id, version }, paper, language };
}
