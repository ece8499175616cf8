// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';
import { SettingsProvider } from '../../../renderer/app/settings-provider';
import { ClinicRow } from '../../../renderer/dose/clinic-row';
import { journalOf } from '../../fixtures/memory-journal';
import { Page, text } from '../notes/page';
import { ON, doseOf, injection } from './dose-page';

let page = new Page();
afterEach(async () => {
  await page.end();
  page = new Page();
});

async function show(): Promise<void> {
  const protocol = injection();
  const { hook } = memoryLocation({ path: '/p/exa-session@1.0.0' });
  await page.show(
    <SettingsProvider first={SHIPPED_SETTINGS}>
      <Router hook={hook}>
        <table>
          <tbody>
            <ClinicRow protocol={protocol} block={doseOf(protocol)} shown={[]} />
          </tbody>
        </table>
      </Router>
    </SettingsProvider>,
  );
}

test('says whether the calculator is on, once that is known', async () => {
  await journalOf(page.factory).append([{ kind: 'calculator', body: ON }]);
  await show();
  expect(text()).toContain('A. Prescriber');
});

test('one entry that cannot be read: nothing is told as not set, nor the calculator as off', async () => {
  await journalOf(page.factory).append([
    { kind: 'calculator', body: ON },
    { kind: 'clinic-value', body: { setting: 'maximum', value: 'damaged' } },
  ]);
  await show();
  expect(text()).toContain('What the clinic set cannot be read.');
  expect(text()).not.toMatch(/\boff\b/i);
});
