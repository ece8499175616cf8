import type { Note } from '../../protocols/notes/note';
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

/** The page of a binder made now that carries this code, with `notes` all that the clinic has; undefined when its content is another by now, or was never here. */
export function findBinderPage(typed: string, papers: OpenPapers, notes: readonly Note[]): BinderPage | undefined {
  const code = parsePrintCode(typed);
  if (!code.ok) return undefined;
  const pages = papers.present.editions.flatMap((edition): BinderPage[] => [
    { edition, sheet: 'emergency' },
    { edition, sheet: 'protocol' },
  ]);
  return pages.find(({ edition, sheet }) =>
    (['en', 'fr'] as const).some((language) => {
      const { id, version, contentHash } = edition;
      const local = sheet === 'protocol' ? listLocal(id, papers, notes) : [];
      return toContentCode({ sheet, key: { id, version }, contentHash, local, language }) === code.value;
    }),
  );
}

/** What of the clinic's own stands on the sheet of a whole protocol today: notes in force, and values that are set. */
function listLocal(protocolId: string, { present }: OpenPapers, notes: readonly Note[]): PrintedLocal[] {
  const inForce = notes.filter(({ target, status }) => target.protocolId === protocolId && status === 'active');
  const values = present.local.flatMap(({ kind, id, revision }): PrintedLocal[] =>
    kind === 'clinic-value' && id.startsWith(`${protocolId}/`) && revision !== undefined
      ? [{ kind, id, revision }]
      : [],
  );
  return [...inForce.map(({ id, revision }): PrintedLocal => ({ kind: 'note', id, revision })), ...values];
}
