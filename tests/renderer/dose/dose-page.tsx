import '../notes/fake-bridge';
import { act } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { type CalculatorRecord, type ClinicValueRecord, toClinicValues } from '../../../protocols/dose/clinic-records';
import type { EntryOrigin } from '../../../protocols/journal/entry';
import type { BlockOf } from '../../../protocols/schema/blocks';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Standing } from '../../../protocols/text/in-force';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';
import { SettingsProvider } from '../../../renderer/app/settings-provider';
import { DoseForm } from '../../../renderer/dose/dose-form';
import { sitting } from '../../../renderer/dose/sitting';
import { journalOf } from '../../fixtures/memory-journal';
import { Page, all, edition, one, type } from '../notes/page';

// jsdom lays nothing out: it has no media, no modal dialogs and no scrolling.
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), { matches: false, media, onchange: null }) as MediaQueryList;
HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

export const AT = '2026-11-22T08:00:00.000Z';

/** The example as a plain injection that can be worked out: 7 to 9 mg per kg, at most 700 mg. */
export function injection(...changes: readonly (readonly [string, string])[]): Protocol {
  return edition(
    ['method: infusion', 'method: bolus'],
    [
      'amount: { min: 7.5 mg/kg (second-hand s2), usual: 8.5 mg/kg, max: 9.75 mg/kg }',
      'amount: { min: 7 mg/kg, usual: 8 mg/kg, max: 9 mg/kg }',
    ],
    ['cap: local (one clinic uses a figure of its own)', 'cap: 700 mg'],
    ['over: { usual: PT40M }\n', ''],
    ['rate: { usual: "12.75 mg/kg/h (arithmetic s1; 8.5 mg/kg in 40 min)" }\n', ''],
    ['preparation: { concentration: 11 mg/mL, diluent: invented diluent }\n', ''],
    ['rounding: { amount: 1 mg down, rate: 0.1 mL/h down }', 'rounding: { amount: 1 mg down, volume: 0.1 mL down }'],
    [
      'reported:\n  - { label: Another group, amount: { min: 7 mg/kg (second-hand s2), max: 12 mg/kg (second-hand s2) } }\n',
      '',
    ],
    ...changes,
  );
}

export function doseOf(protocol: Protocol, id = 'dose-iv'): BlockOf<'dose'> {
  const block = protocol.sections.flatMap(({ blocks }) => blocks).find((each) => each.id === id);
  if (block?.type !== 'dose') throw new Error(`${id} is no dose`);
  return block;
}

export const ON: CalculatorRecord = {
  protocolId: 'exa-session',
  version: '1.0.0',
  on: true,
  statement: 'Read.',
  by: 'A. Prescriber',
  at: AT,
};

/** One window with the Dose screen of a protocol, on a journal of its own. */
export class DosePage {
  readonly #page = new Page();

  /** Everything written down so far. */
  get entries(): readonly { readonly kind: string; readonly body: object }[] {
    return journalOf(this.#page.factory).entries;
  }

  /** `origin` where a backup of another computer brought it. */
  async write(kind: 'calculator' | 'clinic-value', body: object, origin?: EntryOrigin): Promise<void> {
    await journalOf(this.#page.factory).append([{ kind, body, ...(origin === undefined ? {} : { origin }) }]);
  }

  async end(): Promise<void> {
    await this.#page.end();
  }

  get set(): ReturnType<typeof toClinicValues> {
    const records = this.entries.filter(({ kind }) => kind === 'clinic-value').map(({ body }) => body);
    return toClinicValues(records as ClinicValueRecord[], { protocolId: 'exa-session', blockId: 'dose-iv' });
  }

  async show(
    protocol: Protocol,
    {
      language = 'en',
      standing = 'draft',
      asked,
    }: { language?: 'en' | 'fr'; standing?: Standing; asked?: string } = {},
  ): Promise<void> {
    sitting.end();
    const { hook } = memoryLocation({ path: '/dose' });
    await this.#page.show(
      <SettingsProvider first={{ ...SHIPPED_SETTINGS, language }}>
        <Router hook={hook}>
          <DoseForm protocol={protocol} block={doseOf(protocol)} standing={standing} asked={asked} />
        </Router>
      </SettingsProvider>,
      { language },
    );
  }
}

export function input(name: string): HTMLInputElement {
  const found = one(`[data-field="${name}"] input`);
  if (found instanceof HTMLInputElement) return found;
  throw new Error(`${name} is no field`);
}

/** Types as a person does, and leaves the field. */
export async function enter(name: string, text: string): Promise<void> {
  await type(input(name), text);
  await leave(name);
}

export async function leave(name: string): Promise<void> {
  await act(async () => {
    // React hears leaving as focusout.
    input(name).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });
}

/** What the box says, as a script reads it. */
export function outputs(): Record<string, string> {
  return Object.fromEntries(
    all('[data-output]').map(({ dataset }) => [dataset['output'] ?? '', `${dataset['value']} ${dataset['unit']}`]),
  );
}

export function refusals(): string[] {
  return all('[data-refusal]').map(({ dataset }) => dataset['refusal'] ?? '');
}
