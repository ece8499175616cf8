// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { type ReactElement, act, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { type Root, createRoot } from 'react-dom/client';
import { beforeEach, expect, test } from 'vitest';
import { checkClinicText } from '../../../protocols/clinic-documents/check-clinic-text';
import { readForm } from '../../../protocols/forms/form-document';
import { BLOCK_FORMS } from '../../../protocols/forms/block-forms';
import { type FieldTable } from '../../../protocols/forms/form-field';
import { HEADER_FORM, HEADING_FORM } from '../../../protocols/forms/header-form';
import { BLOCK_TYPES } from '../../../protocols/forms/new-part';
import type { Finding } from '../../../protocols/linting/finding';
import { MESSAGES } from '../../../renderer/app/messages';
import { toChoiceId, toHintId, toLabelId, toVariantId } from '../../../renderer/forms/form-words';
import { FormView } from '../../../renderer/forms/form-view';
import formsEn from '../../../renderer/forms/messages/en.json';
import { all, button, click, field, one, settle, text, type } from '../notes/page';

const EXAMPLE = readFileSync('tests/fixtures/documents/exa-session/1.0.0.md', 'utf8');
const CONTEXT = { id: 'own-exa', otherIds: new Set<string>(), previous: undefined, today: '2026-11-22' };

let root: Root;
let now: string;
let ask: (finding: Finding) => void;
beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
});

function Desk({ first }: { first: string }): ReactElement {
  const [written, setWritten] = useState(first);
  const [asked, setAsked] = useState<Finding>();
  useEffect(() => {
    now = written;
    ask = setAsked;
  }, [written]);
  const { problems, advice } = checkClinicText(written, CONTEXT);
  return <FormView text={written} canWrite findings={[...problems, ...advice]} onText={setWritten} asked={asked} />;
}

async function show(first = EXAMPLE, language: 'en' | 'fr' = 'en'): Promise<void> {
  await act(async () =>
    root.render(
      <IntlProvider locale={language} messages={MESSAGES[language]}>
        <Desk first={first} />
      </IntlProvider>,
    ),
  );
  await settle();
}

const open = (name: string | RegExp): Promise<void> => click(button(name));
const choose = async (control: HTMLSelectElement, value: string): Promise<void> => {
  await act(async () => {
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
};
const select = (path: string, nth = 0): HTMLSelectElement =>
  all(`[data-field="${path}"] select`)[nth] as HTMLSelectElement;

test('every part stands in the list, and opened it is a form of its own', async () => {
  await show();
  const form = readForm(EXAMPLE);
  expect(all('[data-part]')).toHaveLength((form?.parts.length ?? 0) + 1);
  await open('Contraindication: Allergy to examplamine');
  expect(field('Condition').value).toBe('Allergy to examplamine');
  expect(select('level').value).toBe('absolute');
  expect(one('[aria-expanded="true"]').textContent).toContain('Allergy');
});

test('what is typed in a field is in the text at once, and nothing else of it is changed', async () => {
  await show();
  await open('Contraindication: Allergy to examplamine');
  await type(field('Condition'), 'Allergy: to "x", # all ');
  expect(now).toContain(String.raw`condition: "Allergy: to \"x\", # all "`);
  expect(now.replace(/condition: "Allergy.*/, 'condition: Allergy to examplamine')).toBe(EXAMPLE);
  // To the last blank, while somebody types.
  expect(field('Condition').value).toBe('Allergy: to "x", # all ');
});

test('an amount is asked for as number, unit, mark and source', async () => {
  await show();
  await open('Dose: Examplamine infusion');
  const [number] = all('[data-field="amount.usual"] input') as HTMLInputElement[];
  expect(number?.value).toBe('8.5');
  await type(number!, '9');
  expect(now).toContain('usual: 9 mg/kg,');
  const [unit, mark] = all('[data-field="amount.usual"] select') as HTMLSelectElement[];
  expect([...(unit?.options ?? [])].map(({ value }) => value)).toContain('mcg/kg');
  await choose(unit!, 'mcg/kg');
  await choose(mark!, 'second-hand');
  const source = all('[data-field="amount.usual"] input[type="checkbox"]')[1] as HTMLInputElement;
  await click(source);
  expect(now).toContain('usual: 9 mcg/kg (second-hand s2)');
  await choose(select('amount.usual', 1), 'local');
  expect(now).toContain('usual: local');
  expect(field('What to know before setting it', one('[data-field="amount.usual"]')).value).toBe('');
});

test('what the checker says stands at the field it says it of, and the field is described by it', async () => {
  await show(
    EXAMPLE.replace('usual: 8.5 mg/kg', 'usual: 80.5 mg/kg').replace(
      'role: nurse, required: "true", critical',
      'required: "true", critical',
    ),
  );
  expect(button('Dose: Examplamine infusion').nextSibling?.textContent).toContain('1 remark');
  await open('Dose: Examplamine infusion');
  const told = one('[data-field="amount.max"] [data-rule="maximum-below-start"]');
  expect(told.textContent).toContain('is below usual');
  const [number] = all('[data-field="amount.max"] input');
  expect(document.getElementById(number?.getAttribute('aria-describedby') ?? '')?.contains(told)).toBe(true);
  expect(number?.getAttribute('aria-invalid')).toBe('true');
  // Deep in a list of lists as well, and behind the press that shows more fields.
  await open('Checklist: Session checklist');
  const role = one('[data-field="phases.0.items.0.role"]');
  expect(role.textContent).toContain('a required item must say whose it is');
  expect(role.closest('details')?.open).toBe(true);
});

test('a finding somebody asks for opens its part and takes the focus to its field', async () => {
  await show(EXAMPLE.replace('level: relative', 'level: relativ'));
  const [found] = checkClinicText(now, CONTEXT).problems.filter(({ path }) => path.endsWith('level'));
  await act(async () => ask(found!));
  await act(async () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
  expect(document.activeElement).toBe(select('level'));
});

test('a block is put in, filled in, and taken out again with every letter back at one press', async () => {
  await show();
  await choose(all('[data-part="2"] + li select')[0] as HTMLSelectElement, 'contraindication');
  await click(button('Add', one('[data-part="2"] + li')));
  await type(field('Condition'), 'Asleep');
  const added = now;
  expect(added).toContain('condition: Asleep');
  await click(button('Delete: Contraindication: Asleep'));
  expect(now).toBe(EXAMPLE);
  expect(one('[role="status"]').textContent).toContain('Deleted: Contraindication: Asleep');
  await click(button('Put back'));
  expect(now).toBe(added);
});

test('put back after more was typed, the words come back and what was typed stays', async () => {
  await show();
  await open('Contraindication: Raised pressure');
  await click(button('Delete: Contraindication: Raised pressure'));
  await open('Contraindication: Allergy to examplamine');
  await type(field('Why'), 'Because.');
  await click(button('Put back'));
  expect(now).toContain('rationale: Because.');
  expect(now).toContain('condition: Raised pressure');
  expect(readForm(now)?.parts).toHaveLength(readForm(EXAMPLE)?.parts.length ?? 0);
});

test('blocks and items of lists are moved by buttons', async () => {
  await show();
  await open('Contraindication: Raised pressure');
  await click(button('Move up: Contraindication: Raised pressure'));
  expect(now.indexOf('contra-pressure')).toBeLessThan(now.indexOf('contra-allergy'));
  await open('Checklist: Session checklist');
  const items = one('[data-field="phases.0.items"]');
  await click(button('Move number 1 down', items));
  expect(now.indexOf('id: weight')).toBeLessThan(now.indexOf('id: identity'));
});

test('an item of a list that is taken out comes back at one press, also after more was typed', async () => {
  await show();
  await open('Checklist: Session checklist');
  await click(button('Remove number 1', one('[data-field="phases.0.items"]')));
  expect(now).not.toContain('id: identity');
  await click(button('Put back'));
  expect(now).toBe(EXAMPLE);
  await click(button('Remove number 1', one('[data-field="phases.0.items"]')));
  await type(field('Object — state', one('[data-field="phases.0.items.0"]')), 'Scales — at zero');
  await click(button('Put back'));
  expect(now).toContain('text: Scales — at zero');
  expect(now.indexOf('id: identity')).toBeLessThan(now.indexOf('id: weight'));
});

test('a section moves with its blocks and stays open', async () => {
  await show();
  await open('Section: Dose');
  await click(button('Move up: Section: Dose'));
  expect(now.indexOf('# Dose {#dose}')).toBeLessThan(now.indexOf('# Contraindications'));
  expect(button('Section: Dose').getAttribute('aria-expanded')).toBe('true');
  await click(button('Move down: Section: Dose'));
  expect(now).toBe(EXAMPLE);
});

test('a part no form can show is offered as text at its place; once it can be read its form is back', async () => {
  await show(EXAMPLE.replace('method: infusion', 'method: [infusion'));
  await open(/^Text: ```yaml dose/);
  const area = field('Text of this part');
  expect(text()).toContain('No form can show this part as it stands.');
  await type(area, area.value.replace('[infusion', 'infusion'));
  await settle();
  expect(now).toBe(EXAMPLE);
  expect(all('[data-field="method"]')).toHaveLength(1);
});

test('a field that is typed into for the first time stays where it is', async () => {
  await show();
  await open('Contraindication: Allergy to examplamine');
  const title = field('Title');
  title.focus();
  await type(title, 'A');
  await settle();
  await type(title, 'Al');
  expect(title.isConnected).toBe(true);
  expect(document.activeElement).toBe(title);
  expect(title.closest('details')?.open).toBe(true);
  expect(now).toContain('title: Al\n');
});

test('a time, a limit and the kind of a schedule are asked for in words', async () => {
  await show();
  await open('Monitoring: During the infusion');
  const [count] = all('[data-field="schedule.1.every"] input') as HTMLInputElement[];
  expect(count?.value).toBe('15');
  await choose(select('schedule.1.every'), 'H');
  expect(now).toContain('every: PT15H');
  await choose(select('schedule.0'), 'continuous');
  expect(now).toContain('{ continuous: "true", label: Before }'.replace('"true"', 'true'));
  await choose(select('parameters.0.thresholds.0.when'), '>');
  expect(now).toContain('when: "> 161 mmHg"');
});

function* walk(table: FieldTable): Generator<FieldTable[number]> {
  for (const each of table) {
    yield each;
    if (each.kind === 'record') yield* walk(each.fields);
    if (each.kind === 'list') for (const inner of [each.fields, ...(each.variants ?? [])]) yield* walk(inner);
  }
}

test('there are words for every field, hint and choice of every form', () => {
  const words: Record<string, string> = { ...MESSAGES.en, ...formsEn };
  const ids = [HEADER_FORM, HEADING_FORM, ...Object.values(BLOCK_FORMS)].flatMap((table) =>
    [...walk(table)].flatMap((each) => [
      toLabelId(each),
      toHintId(each),
      ...(each.kind === 'choice' ? each.options.map((value) => toChoiceId(each, value)) : []),
      ...(each.kind === 'list' ? (each.variants ?? []).map(([first]) => toVariantId(first?.name ?? '')) : []),
    ]),
  );
  expect(ids.filter((id) => id !== undefined && words[id] === undefined)).toEqual([]);
  expect(BLOCK_TYPES.filter((kind) => words[`forms.kind.${kind}`] === undefined)).toEqual([]);
});

test('speaks French', async () => {
  await show(EXAMPLE, 'fr');
  await open('Contre-indication : Allergy to examplamine');
  expect(field('Affection ou situation').value).toBe('Allergy to examplamine');
});
