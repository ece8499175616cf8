import { parsePrintCode } from '../../protocols/print-identity/print-code';
import { toContentCode } from '../../protocols/print-identity/content-code';
import type { PrintedLocal } from '../../protocols/print-identity/print-record';
import type { PresentEdition } from '../../protocols/print-identity/sheet-standing';
import type { OpenPapers } from './use-papers';

/** A page of the downtime binder as it would be made now. */
export interface BinderPage {
  readonly edition: PresentEdition;
  readonly sheet: 'emergency' | 'protocol';
}

/** The page of a binder made now that carries this code; undefined when its content is another by now, or was never here. */
export function findBinderPage(typed: string, papers: OpenPapers): BinderPage | undefined {
  const code = parsePrintCode(typed);
  if (!code.ok) return undefined;
  const pages = papers.present.editions.flatMap((edition): BinderPage[] => [
    { edition, sheet: 'emergency' },
    { edition, sheet: 'protocol' },
  ]);
  return pages.find(({ edition, sheet }) =>
    (['en', 'fr'] as const).some((language) => {
      const { id, version, contentHash } = edition;
      const local = sheet === 'protocol' ? listLocal(id, papers) : [];
      return toContentCode({ sheet, key: { id, version }, contentHash, local, language }) === code.value;
    }),
  );
}

/** What of the clinic's own stands on the sheet of a whole protocol today. */
function listLocal(protocolId: string, { notes, present }: OpenPapers): PrintedLocal[] {
  const noteIds = new Set(notes.filter(({ target }) => target.protocolId === protocolId).map(({ id }) => id));
  return present.local.flatMap(({ kind, id, revision }) => {
    const isOnIt = kind === 'note' ? noteIds.has(id) : id.startsWith(`${protocolId}/`);
    return isOnIt && revision !== undefined ? [{ kind, id, revision }] : [];
  });
}
