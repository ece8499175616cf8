import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Amount } from '../../../protocols/schema/values';
import { walkBlocks } from '../../../protocols/schema/walk-blocks';
import { listDoseBlocks } from '../../../protocols/sheets/printable';
import { type ChecklistItem, splitItem } from '../checklist/content';
import { PaperRange } from '../page/paper-range';
import { Blank, MarkWord, PaperValue, TickBox } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';

/** One field of the form: what is asked, and room for the answer in its own shape. */
export function FieldRow({
  number,
  item,
  ...setting
}: { number: number; item: ChecklistItem } & Setting): ReactElement {
  const { object, state } = splitItem(item.text);
  const places = item.answer.type === 'text' ? toPlaces(state) : [];
  return (
    <tr data-item={item.id}>
      <td data-column="number">{number}</td>
      <td data-column="field">
        <span lang={setting.protocol.language}>
          <strong>{object}</strong>
          {state !== undefined && places.length === 0 && ` — ${state}`}
        </span>{' '}
        {!item.required && (
          <span className="quiet">
            <FormattedMessage id="print.pause.ifUsed" />
          </span>
        )}{' '}
        <MarkWord mark={item.mark} /> <Figures item={item} {...setting} />
      </td>
      <td data-column="answer">
        <Answer item={item} places={places} {...setting} />
      </td>
    </tr>
  );
}

/** The places of an answer that is asked for several times: "before, at about the peak, before leaving". */
function toPlaces(state: string | undefined): string[] {
  const places = state?.split(', ') ?? [];
  return places.length > 2 ? places : [];
}

function Answer({
  item: { answer },
  places,
  protocol,
  language,
}: { item: ChecklistItem; places: readonly string[] } & Setting): ReactElement {
  switch (answer.type) {
    case 'yes-no':
    case 'tick':
      return (
        <Boxes>
          <FormattedMessage key="yes" id="print.form.yes" />
          {answer.type === 'yes-no' && <FormattedMessage key="no" id="print.form.no" />}
        </Boxes>
      );
    case 'choice':
      return (
        <Boxes>
          {(answer.options ?? []).map((option) => (
            <span key={option} lang={protocol.language}>
              {option}
            </span>
          ))}
        </Boxes>
      );
    case 'time':
      return (
        <span className="blank">
          <span className="blankLine" />:<span className="blankLine" />
        </span>
      );
    case 'quantity': {
      const offered = answer.unit === 'mg' ? listOffered(protocol) : [];
      return (
        <Boxes>
          {offered.map((amount) => (
            <PaperValue key={JSON.stringify(amount)} value={amount} language={language} />
          ))}
          {offered.length > 0 && (
            <span key="other" className="other">
              <FormattedMessage id="print.form.other" /> <Blank unit={answer.unit} language={language} />
            </span>
          )}
          {offered.length === 0 && <Blank key="blank" unit={answer.unit} language={language} />}
        </Boxes>
      );
    }
    case 'text':
    case 'number':
      return places.length === 0 ? (
        <Blank unit={answer.unit} language={language} />
      ) : (
        <span className="places">
          {places.map((place) => (
            <span key={place} className="signer">
              <span lang={protocol.language}>{place}</span> <span className="blankLine" />
            </span>
          ))}
        </span>
      );
    default:
      return answer.type satisfies never;
  }
}

/** Answers to choose from, a box before each; a blank alone has none. */
function Boxes({ children }: { children: ReactNode }): ReactElement {
  const list = (Array.isArray(children) ? children.flat() : [children]).filter(Boolean) as ReactElement[];
  if (list.length === 1 && list[0]?.key === 'blank') return list[0];
  return (
    <span className="options">
      {list.map((child) => (
        <span key={child.key} className="option">
          <TickBox /> {child}
        </span>
      ))}
    </span>
  );
}

/** The steps in which the protocol doses, where it has such: they are what the form offers. */
function listOffered(protocol: Protocol): readonly Amount[] {
  return listDoseBlocks(protocol).find(({ amount }) => amount.choices !== undefined)?.amount.choices ?? [];
}

/** The numbers an item refers to: a time limit is on the form that has to keep it. */
function Figures({ item, protocol, language }: { item: ChecklistItem } & Setting): ReactElement | null {
  const block = [...walkBlocks(protocol)].find(({ block: { id } }) => `#${id}` === item.see)?.block;
  if (block?.type !== 'figures') return null;
  return (
    <>
      {block.rows.map(({ id, label, amount, time }) => (
        <span key={id} className="formFigure">
          <span lang={protocol.language}>{label}</span>:{' '}
          {amount !== undefined && <PaperRange range={amount} language={language} />}
          {time !== undefined && <PaperRange range={time} language={language} />}
        </span>
      ))}
    </>
  );
}
