// @vitest-environment jsdom
import '../notes/fake-bridge';
import { act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { afterEach, expect, test } from 'vitest';
import type { Standing } from '../../../protocols/text/in-force';
import { MESSAGES } from '../../../renderer/app/messages';
import { ReviewGate } from '../../../renderer/dose/review-gate';
import { button, edition, text } from '../notes/page';
import './dose-page';

let root: Root | undefined;
afterEach(async () => act(async () => root?.unmount()));

async function show(standing: Standing): Promise<() => string | undefined> {
  const { hook, history } = memoryLocation({ path: '/dose/exa-session', record: true });
  document.body.replaceChildren(document.createElement('div'));
  root = createRoot(document.body.children[0] ?? document.body);
  await act(async () =>
    root?.render(
      <IntlProvider locale="en" messages={MESSAGES.en}>
        <Router hook={hook}>
          <ReviewGate protocol={edition()} standing={standing}>
            <p>the calculator</p>
          </ReviewGate>
        </Router>
      </IntlProvider>,
    ),
  );
  return () => history.at(-1);
}

test('a version in force, or whose review is only due, is not held up', async () => {
  await show('in-force');
  expect(text()).toBe('the calculator');
  await act(async () => root?.unmount());
  await show('review-due');
  expect(text()).toBe('the calculator');
});

test('an overdue review is acknowledged once before any dose; leaving goes back to the protocol', async () => {
  const place = await show('review-overdue');
  expect(text()).not.toContain('the calculator');
  expect(text()).toContain('This version was to be reviewed by');
  await act(async () => button('Back to the protocol').click());
  expect(place()).toBe('/p/exa-session@1.0.0');
  expect(text()).not.toContain('the calculator');
  await act(async () => root?.unmount());

  await show('review-overdue');
  await act(async () => button('I have seen this; go on').click());
  expect(text()).toBe('the calculator');
  await act(async () => root?.unmount());
  // Once until the program ends.
  await show('review-overdue');
  expect(text()).toBe('the calculator');
});
