// @vitest-environment jsdom
import { act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { beforeEach, expect, test } from 'vitest';
import { toContentHash } from '../../../protocols/authoring/canonical-json';
import { toSkeleton } from '../../../protocols/authoring/skeleton';
import type { ProtocolSummary } from '../../../protocols/contract/calls';
import type { Protocol } from '../../../protocols/schema/protocol';
import { SearchIndex } from '../../../protocols/search/search-index';
import type { Library } from '../../../renderer/app/library';
import { LibraryProvider } from '../../../renderer/app/library-provider';
import { MESSAGES } from '../../../renderer/app/messages';
import { useSearchItems } from '../../../renderer/app/use-search-items';
import { NotesContext, type NotesState } from '../../../renderer/notes/notes-context';
import { StandingChip } from '../../../renderer/reader/standing-chip';
import type { SearchClient } from '../../../renderer/search/search-client';
import type { SearchContent } from '../../../renderer/search/search-messages';
import { renderSheet } from '../print/example-sheet';

const skeleton = (id: string, title: string): Protocol =>
  toSkeleton({ type: 'checklist-set', id, title, today: '2031-04-30' });
const OWN = skeleton('own-chair', 'Quokkavine chair');
const OTHER = skeleton('chair', 'Other chair');
const CONTENT: SearchContent = { kind: 'built' };

function toLibrary(...protocols: readonly Protocol[]): Library {
  const listed = protocols.map((each): ProtocolSummary => ({ ...each, routes: [], contentHash: toContentHash(each) }));
  return {
    listing: { origin: 'shipped', protocols: listed, withheld: [] },
    open: async ({ id }) => protocols.find((each) => each.id === id),
    openAll: async () => protocols,
  };
}

let root: Root;
beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
});

test('a procedure is found once it is listed, by its present words, and no more once it is gone', async () => {
  const index = new SearchIndex();
  const added: string[] = [];
  const client: SearchClient = {
    load: async () => undefined,
    change: async ({ addProtocols = [], removeProtocols = [] }) => {
      added.push(...addProtocols.map(({ id }) => id));
      index.remove(...removeProtocols);
      index.add(...addProtocols);
    },
    search: async () => 'stale',
    close: () => undefined,
  };
  let tell: (library: Library) => void = () => undefined;
  const watch: NonNullable<Library['watch']> = (changed) => {
    tell = changed;
    return () => undefined;
  };
  const library = Promise.resolve({ ...toLibrary(OTHER), watch });
  function Items(): null {
    useSearchItems(client, CONTENT);
    return null;
  }
  await act(async () =>
    root.render(
      <IntlProvider locale="en" messages={MESSAGES.en}>
        <NotesContext value={{ store: undefined } as unknown as NotesState}>
          <LibraryProvider library={library}>
            <Items />
          </LibraryProvider>
        </NotesContext>
      </IntlProvider>,
    ),
  );
  const found = (query: string): readonly string[] => index.search(query, 12).hits.map(({ protocolId }) => protocolId);

  await act(async () => tell(toLibrary(OTHER, OWN)));
  expect(found('quokkavine')).toContain('own-chair');
  await act(async () => tell(toLibrary(OTHER, { ...OWN, title: 'Numbatine chair' })));
  expect(found('quokkavine')).toEqual([]);
  expect(found('numbatine')).toContain('own-chair');
  // Taken out of use it is not found; taken up again it is.
  await act(async () => tell(toLibrary(OTHER, { ...OWN, status: 'retired', title: 'Numbatine chair' })));
  expect(found('numbatine')).toEqual([]);
  await act(async () => tell(toLibrary(OTHER, { ...OWN, title: 'Numbatine chair' })));
  expect(found('numbatine')).toContain('own-chair');
  await act(async () => tell(toLibrary(OTHER)));
  expect(found('numbatine')).toEqual([]);
  // What came with the library is in its own index already.
  expect(added).toEqual(['own-chair', 'own-chair', 'own-chair']);
});

test.each([
  [OWN, ['Clinic’s own procedure', 'Draft']],
  [OTHER, ['Draft']],
])('a list says whose a document is: %#', async (protocol, expected) => {
  const library = Promise.resolve(toLibrary(protocol));
  await act(async () =>
    root.render(
      <IntlProvider locale="en" messages={MESSAGES.en}>
        <LibraryProvider library={library}>
          <StandingChip protocol={protocol} />
        </LibraryProvider>
      </IntlProvider>,
    ),
  );
  expect([...document.querySelectorAll('[data-tone]')].map(({ textContent }) => textContent)).toEqual(expected);
});

test('every page says at its top and its foot that it is the clinic’s own, whatever its standing', async () => {
  const stamps = async (protocol: Protocol): Promise<readonly (string | null)[]> => {
    const { root: sheet, pages } = await renderSheet(protocol, { standing: 'in-force' });
    expect(pages).toBe(1);
    return [...sheet.querySelectorAll('.stamp')].map(({ textContent }) => textContent);
  };
  expect(await stamps(OWN)).toEqual(['CLINIC’S OWN PROCEDURE', 'CLINIC’S OWN PROCEDURE']);
  expect(await stamps(OTHER)).toEqual([]);
  const { root: retired } = await renderSheet({ ...OWN, status: 'retired' }, { standing: 'retired' });
  expect([...retired.querySelectorAll('.stamp')].map(({ textContent }) => textContent)).toContain('WITHDRAWN');
});
