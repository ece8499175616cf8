// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { Library } from '../../../renderer/app/library';
import { LibraryProvider } from '../../../renderer/app/library-provider';
import { ProtocolList } from '../../../renderer/app/screens/protocol-list';
import { Page, all, edition } from '../notes/page';

const page = new Page();
afterEach(async () => page.end());

test('of a protocol with several editions the newest stands first: the tenth before the second', async () => {
  const listed = ['2.0.0', '10.0.0', '1.0.0'].map((version) => ({
    ...edition(),
    version,
    routes: [],
    contentHash: 'x'.repeat(64),
  }));
  const library: Promise<Library> = Promise.resolve({
    listing: { origin: 'folder', protocols: listed, withheld: [] },
    open: async () => undefined,
    openAll: async () => [],
  });
  await page.show(
    <LibraryProvider library={library}>
      <ProtocolList protocols={listed} />
    </LibraryProvider>,
  );
  expect(all('li a').map((link) => link.getAttribute('href')?.match(/\d+\.\d+\.\d+/)?.[0])).toEqual([
    '10.0.0',
    '2.0.0',
    '1.0.0',
  ]);
});
