import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../../protocols/contract/calls';
import { type ChecklistItem, type Pause, splitItem } from './content';
import { Blank, MarkWord, TickBox } from '../page/paper-value';
import type { SheetPart } from '../page/sheet-part';
import type { Setting } from '../page/sheet-plan';

const COLUMNS = ['number', 'done', 'item', 'value', 'role', 'initials'] as const;
const INITIALS = <span className="blankLine" />;

/** A pause as a part of the sheet: its head says when and how, then a row for each item and for each signature. */
export function toPausePart(pause: Pause, setting: Setting): SheetPart {
  return {
    id: pause.id,
    className: 'rows pause',
    columns: COLUMNS,
    head: (continued) => <PauseHead pause={pause} continued={continued} lang={setting.protocol.language} />,
    rows: [
      ...pause.items.map(({ number, item }) => <ItemRow key={item.id} number={number} item={item} {...setting} />),
      ...(pause.signOff.length > 0
        ? [<SignRow key="sign" roles={pause.signOff} lang={setting.protocol.language} span={COLUMNS.length} />]
        : []),
    ],
  };
}

function PauseHead({
  pause: { title, mode, part, anchor },
  continued,
  lang,
}: {
  pause: Pause;
  continued: boolean;
  lang: string;
}): ReactElement {
  const name = (
    <span key="title" lang={lang}>
      {title}
    </span>
  );
  return (
    <>
      <tr className="pauseHead">
        <th colSpan={COLUMNS.length} scope="colgroup">
          <span className="pauseTitle">
            {part === undefined ? name : <FormattedMessage id="print.pause.part" values={{ title: name, ...part }} />}
            {continued && (
              <>
                {' '}
                (<FormattedMessage id="print.continued" />)
              </>
            )}
          </span>
          <span className="mode">
            <FormattedMessage id={`print.pause.${mode}`} />
          </span>
          <span className="quiet">
            {anchor === undefined ? (
              <FormattedMessage id={`print.pause.${mode}.how`} />
            ) : (
              <span lang={lang}>{anchor}</span>
            )}
          </span>
        </th>
      </tr>
      <tr className="columnHead">
        {COLUMNS.map((column) => (
          <th key={column} scope="col" data-column={column}>
            <FormattedMessage id={`print.pause.${column}`} />
          </th>
        ))}
      </tr>
    </>
  );
}

function ItemRow({
  number,
  item,
  protocol,
  language,
  numbers,
}: { number: number; item: ChecklistItem } & Setting): ReactElement {
  const { object, state } = splitItem(item.text);
  const see = item.see === undefined ? undefined : numbers.get(item.see.slice(1).split('/')[0] ?? '');
  return (
    <tr data-item={item.id}>
      <td data-column="number">{number}</td>
      <td data-column="done">
        <TickBox />
      </td>
      <td data-column="item">
        <span lang={protocol.language}>
          <strong>{object}</strong>
          {state !== undefined && ` — ${state}`}
        </span>
        {see !== undefined && (
          <>
            {' '}
            <span className="quiet see">
              <FormattedMessage id="print.pause.see" values={{ block: see }} />
            </span>
          </>
        )}
        {!item.required && (
          <>
            {' '}
            <span className="quiet see">
              <FormattedMessage id="print.pause.ifUsed" />
            </span>
          </>
        )}{' '}
        <MarkWord mark={item.mark} />
        {item.answer.type === 'choice' && (
          <div className="options" lang={protocol.language}>
            {(item.answer.options ?? []).map((option) => (
              <span key={option} className="option">
                <TickBox /> {option}
              </span>
            ))}
          </div>
        )}
      </td>
      <td data-column="value">
        <Answer item={item} language={language} />
      </td>
      <td data-column="role" lang={protocol.language}>
        {item.role}
      </td>
      <td data-column="initials">{INITIALS}</td>
    </tr>
  );
}

/** Where the answer goes. A tick or a yes is the box in front; a no has a box of its own, and says what it means. */
function Answer({ item: { answer, critical }, language }: { item: ChecklistItem; language: Language }): ReactElement {
  const stop = critical === true && (
    <strong className="stop">
      <FormattedMessage id="print.pause.stop" />
    </strong>
  );
  switch (answer.type) {
    case 'yes-no':
      return (
        <span className="option">
          <TickBox /> <FormattedMessage id="print.pause.no" /> {stop}
        </span>
      );
    case 'tick':
    case 'choice':
      return <>{stop}</>;
    case 'time':
      return (
        <>
          <span className="blank">
            <span className="blankLine" />:<span className="blankLine" />
          </span>
          {stop}
        </>
      );
    case 'text':
    case 'number':
    case 'quantity':
      return (
        <>
          <Blank unit={answer.unit} language={language} />
          {stop}
        </>
      );
    default:
      return answer.type satisfies never;
  }
}

/** A line for each role that signs, across so many columns. */
export function SignRow({ roles, lang, span }: { roles: readonly string[]; lang: string; span: number }): ReactElement {
  return (
    <tr className="signRow">
      <td colSpan={span}>
        <div className="signers">
          {roles.map((role) => (
            <span key={role} className="signer">
              <span>
                <FormattedMessage
                  id="print.pause.signs"
                  values={{
                    role: (
                      <span lang={lang} key="role">
                        {role}
                      </span>
                    ),
                  }}
                />
              </span>
              <span className="blankLine" />
              <FormattedMessage id="print.pause.time" />
              <span className="blankLine short" />
            </span>
          ))}
        </div>
      </td>
    </tr>
  );
}
