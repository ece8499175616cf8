import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { vi } from 'vitest';
import type { DoseEntries, Language, WholeSheet } from '../../../protocols/contract/calls';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Standing } from '../../../protocols/text/in-force';
import { MESSAGES } from '../../../renderer/app/messages';
import { Sheet } from '../../../renderer/print/page/sheet';
import type { SheetSources } from '../../../renderer/print/page/sheet-plan';

interface Options {
  readonly standing?: Standing;
  readonly clinic?: string;
  readonly language?: Language;
  /** Height of the text on a page, in pixels; a row is 27 high and everything else flat. */
  readonly room?: number;
  /** The checklist unless said. */
  readonly asked?: AskedSheet;
  readonly changes?: SheetSources['changes'];
  readonly notes?: SheetSources['notes'];
  readonly records?: SheetSources['clinic'];
  readonly code?: SheetSources['code'];
}

type AskedSheet =
  | { readonly sheet: WholeSheet }
  | { readonly sheet: 'dose'; readonly block: string; readonly entered?: DoseEntries };

/** Renders a sheet as the print page does and waits until it says how many pages stand. */
export async function renderSheet(
  protocol: Protocol,
  options: Options = {},
): Promise<{ root: HTMLElement; pages: number | undefined }> {
  const { standing = 'draft', clinic = '', language = 'en', room = 900, asked = { sheet: 'checklist' } } = options;
  const sources: SheetSources = {
    job: { ...asked, key: { id: protocol.id, version: protocol.version }, paper: 'A4', language },
    protocol,
    standing,
    clinicName: clinic,
    printedAt: new Date(2031, 4, 6, 14, 5),
    changes: options.changes,
    clinic: options.records ?? { state: 'read', values: [], switches: [] },
    notes: options.notes ?? { state: 'read', notes: [] },
    local: [],
    code: options.code ?? { kind: 'none' },
  };
  // jsdom lays nothing out: heights are made up here.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function heights(this: Element) {
    const rows = this instanceof HTMLTableElement ? this.rows.length : this instanceof HTMLTableRowElement ? 1 : 0;
    const height = this.getAttribute('data-measure') === 'room' ? room : rows * 27;
    return new DOMRect(0, 0, 700, height);
  });
  Object.defineProperty(document, 'fonts', { configurable: true, value: { ready: Promise.resolve() } });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const onLaidOut = vi.fn<(pages: number | undefined) => void>();
  await act(async () => {
    createRoot(root).render(
      <IntlProvider locale={language === 'en' ? 'en-GB' : 'fr'} messages={MESSAGES[language]}>
        <Sheet sources={sources} onLaidOut={onLaidOut} />
      </IntlProvider>,
    );
    await document.fonts.ready;
  });
  // What the first rendering asked for comes in a second one.
  await act(() => new Promise<void>((resolve) => void setTimeout(resolve)));
  if (onLaidOut.mock.calls.length !== 1) throw new Error('the sheet says once how it stands');
  return { root, pages: onLaidOut.mock.calls[0]?.[0] };
}
