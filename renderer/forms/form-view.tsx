import { type ReactElement, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { findPart, groupFindings } from '../../protocols/forms/field-findings';
import { type FormDocument, readForm } from '../../protocols/forms/form-document';
import {
  type PartIndex,
  type RecordEdit,
  editPart,
  insertSource,
  movePart,
  moveSection,
  removeParts,
} from '../../protocols/forms/form-edits';
import { BLOCK_TYPES, toNewBlock, toNewHeading } from '../../protocols/forms/new-part';
import type { Finding } from '../../protocols/linting/finding';
import type { BlockType } from '../../protocols/schema/blocks';
import { Button } from '../ui/button';
import { fieldClass, inputClass } from '../ui/field';
import { Banner } from '../ui/tone';
import { FindingLines } from './finding-lines';
import { valueAt } from './form-context';
import { focusSoon } from './focus-soon';
import { useFieldWords } from './form-words';
import { FormsIntl } from './forms-intl';
import styles from './forms.module.css';
import { PartRow } from './part-row';

interface Props {
  readonly text: string;
  readonly canWrite: boolean;
  /** What the checker says of the text. */
  readonly findings: readonly Finding[];
  readonly onText: (text: string) => void;
  /** The finding somebody asked to see. */
  readonly asked: Finding | undefined;
}

/** The text of a procedure as forms. The text is the one truth: each edit is written into it, and it is read again. */
export function FormView(props: Props): ReactElement {
  return (
    <FormsIntl>
      <Parts {...props} />
    </FormsIntl>
  );
}

const FIELD = ':is(textarea, input, select)';

/** What was deleted last. */
interface Deleted {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Where it was. */
  readonly part: PartIndex;
  /** Puts it back into a text that was written on since. */
  readonly restore: (form: FormDocument) => FormDocument | string | undefined;
}

function Parts({ text, canWrite, findings, onText, asked }: Props): ReactElement {
  const intl = useIntl();
  const words = useFieldWords();
  const [read, setRead] = useState(() => ({ of: text, form: readForm(text) }));
  // An edit reads what it wrote; only what was typed elsewhere is read to be shown.
  const now = read.of === text ? read : { of: text, form: readForm(text, read.form) };
  if (now !== read) setRead(now);
  const { form } = now;
  const [open, setOpen] = useState<PartIndex>();
  const [deleted, setDeleted] = useState<Deleted>();
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(asked);
  if (asked !== shown) {
    setShown(asked);
    if (asked !== undefined && form !== undefined) setOpen(findPart(form, asked) ?? open);
  }
  useEffect(() => {
    if (asked !== undefined) focusSoon(box.current, `[data-open] [aria-invalid], [data-open] ${FIELD}`);
  }, [asked]);
  useEffect(() => {
    const element = box.current;
    // Enter in a field of one line would save the whole; Ctrl+Enter does.
    const press = (event: KeyboardEvent): void => {
      const isPlain = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
      if (isPlain && event.target instanceof HTMLInputElement) event.preventDefault();
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  });
  if (form === undefined)
    return <Banner tone="caution" role="status" title={<FormattedMessage id="forms.unreadable" />} />;

  const groups = groupFindings(form, findings);
  const put = (next: FormDocument | string | undefined): boolean => {
    if (next === undefined) return false;
    if (typeof next !== 'string') setRead({ of: next.text, form: next });
    onText(typeof next === 'string' ? next : next.text);
    return true;
  };
  const insert = (at: number, source: string): void => {
    put(insertSource(form, at, source));
    setOpen(at);
    focusSoon(box.current, `[data-part="${at}"] ${FIELD}`);
  };
  const remove = (at: number, count: number): void => {
    const part = form.parts[at];
    if (part === undefined) return;
    const { text: after, removed } = removeParts(form, at, count);
    setDeleted({
      name: words.part(part),
      before: form.text,
      after,
      part: at,
      restore: (later) => insertSource(later, Math.min(at, later.parts.length), removed),
    });
    setOpen(undefined);
    focusSoon(box.current, '[data-undo]');
    put(after);
  };
  const undo = ({ part, before, after, restore }: Deleted): void => {
    // Where nothing else was written since, every letter comes back; else the words come back at their place.
    put(form.text === after ? before : restore(form));
    setDeleted(undefined);
    focusSoon(box.current, `[data-part="${part}"] button`);
  };
  const move = (at: number, by: 1 | -1): void => {
    const isSection = form.parts[at]?.kind === 'heading';
    const moved = isSection ? moveSection(form, at, by) : movePart(form, at, by);
    const to = isSection ? toMoved(form, at, by) : at + by;
    if (!put(moved)) return;
    setOpen((was) => (was === at ? to : undefined));
    focusSoon(box.current, `[data-part="${to}"] [data-move="${by < 0 ? 'up' : 'down'}"]`);
  };
  const edit = (index: PartIndex, change: RecordEdit, order?: readonly string[]): boolean => {
    const after = editPart(form, index, change, order);
    const place = change.path.at(-1);
    if (after !== undefined && change.kind === 'field' && change.value === undefined && typeof place === 'number') {
      const list = change.path.slice(0, -1);
      const part = index === 'header' ? form.header : form.parts[index];
      const item = valueAt(part !== undefined && 'fields' in part ? part.fields : undefined, change.path);
      setDeleted({
        name: intl.formatMessage({ id: 'forms.item' }, { place: place + 1 }),
        before: form.text,
        after: after.text,
        part: index,
        restore: (later) => editPart(later, index, { kind: 'add', path: list, at: place, item }, order),
      });
    }
    return put(after);
  };
  const sectionEnd = (at: number): number => {
    const next = form.parts.findIndex((part, index) => index > at && part.kind === 'heading');
    return next < 0 ? form.parts.length : next;
  };
  const shared = {
    form,
    canWrite,
    onText,
    onEdit: edit,
  };
  return (
    <div ref={box} className={styles['view']}>
      <div role="status" className={styles['told']}>
        {deleted !== undefined && (
          <>
            <FormattedMessage id="forms.deleted" values={{ name: deleted.name }} />{' '}
            <Button data-undo onClick={() => undo(deleted)}>
              <FormattedMessage id="forms.putBack" />
            </Button>
          </>
        )}
      </div>
      <FindingLines findings={groups.get(undefined) ?? []} />
      <ol className={styles['parts']}>
        <PartRow
          {...shared}
          index="header"
          name={intl.formatMessage({ id: 'forms.header' })}
          isOpen={open === 'header'}
          findings={groups.get('header') ?? []}
          onToggle={() => setOpen(open === 'header' ? undefined : 'header')}
        />
        {form.parts.map((part, index) => {
          const isLast = index === form.parts.length - 1 || form.parts[index + 1]?.kind === 'heading';
          const section = part.kind === 'heading' ? sectionEnd(index) - index : 1;
          return [
            // A part has no name that stays: its id may be what is being written.
            <PartRow
              key={index}
              {...shared}
              index={index}
              name={words.part(part)}
              isOpen={open === index}
              isHeading={part.kind === 'heading'}
              findings={groups.get(index) ?? []}
              onToggle={() => setOpen(open === index ? undefined : index)}
              onMove={(by) => move(index, by)}
              canMove={canMove(form, index)}
              // Without its first heading the blocks of a text would stand in no section.
              onRemove={index === 0 && section === form.parts.length ? undefined : () => remove(index, section)}
              removed={section - 1}
            />,
            isLast && canWrite && (
              <li key={`add ${index}`}>
                <AddBlock onAdd={(type) => insert(index + 1, toNewBlock(form, type))} />
              </li>
            ),
          ];
        })}
      </ol>
      {canWrite && (
        <div>
          <Button
            onClick={() =>
              insert(form.parts.length, toNewHeading(form, intl.formatMessage({ id: 'forms.newSection' })))
            }
          >
            <FormattedMessage id="forms.addSection" />
          </Button>
        </div>
      )}
    </div>
  );
}

/** Whether a part has somewhere to go: a section beside another, a block not before the first heading. */
function canMove({ parts }: FormDocument, index: number): { readonly up: boolean; readonly down: boolean } {
  if (parts[index]?.kind !== 'heading') return { up: index > 1, down: index < parts.length - 1 };
  return { up: index > 0, down: parts.some(({ kind }, other) => kind === 'heading' && other > index) };
}

/** Where a section is once it was moved. */
function toMoved({ parts }: FormDocument, at: number, by: 1 | -1): number {
  const headings = [...parts.keys()].filter((index) => parts[index]?.kind === 'heading');
  const place = headings.indexOf(at);
  if (by < 0) return headings[place - 1] ?? at;
  const next = headings[place + 1] ?? at;
  return at + ((headings[place + 2] ?? parts.length) - next);
}

/** Chooses what to put at the end of a section. */
function AddBlock({ onAdd }: { onAdd: (type: BlockType) => void }): ReactElement {
  const intl = useIntl();
  const [type, setType] = useState<BlockType>('narrative');
  return (
    <div className={styles['add']}>
      <label className={fieldClass}>
        <FormattedMessage id="forms.add" />
        <select
          className={inputClass}
          value={type}
          onChange={(event) => setType(BLOCK_TYPES.find((each) => each === event.target.value) ?? 'narrative')}
        >
          {BLOCK_TYPES.map((each) => (
            <option key={each} value={each}>
              {intl.formatMessage({ id: `forms.kind.${each}` })}
            </option>
          ))}
        </select>
      </label>
      <Button onClick={() => onAdd(type)}>
        <FormattedMessage id="forms.add.submit" />
      </Button>
    </div>
  );
}
