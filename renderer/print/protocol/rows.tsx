import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { PaperRange } from '../page/paper-range';
import { MarkWord, PaperValue } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';
import { BlockRow } from './block-row';
import { Disagreement } from './prose-part';

/** Published numbers, one a row. */
export function listFigureRows({ rows }: BlockOf<'figures'>, { protocol, language }: Setting): ReactElement[] {
  return rows.map((row) => (
    <BlockRow key={row.id} label={<span lang={protocol.language}>{row.label}</span>} part={row}>
      {row.amount !== undefined && <PaperRange range={row.amount} language={language} />}
      {row.time !== undefined && <PaperRange range={row.time} language={language} />}
      {row.note !== undefined && (
        <div className="quiet" lang={protocol.language}>
          {row.note}
        </div>
      )}
    </BlockRow>
  ));
}

/** One row: what forbids or cautions, and what to do about it. */
export function listContraindicationRows(
  block: BlockOf<'contraindication'>,
  { protocol, numbers }: Setting,
): ReactElement[] {
  const { level, condition, criteria, action, rationale, override, mark, contested } = block;
  return [
    <BlockRow
      key="condition"
      label={
        <Level number={numbers.get(block.id)}>
          <FormattedMessage id={`reader.level.${level}`} />
        </Level>
      }
      part={block}
    >
      <div lang={protocol.language}>
        <strong>{condition}</strong> <MarkWord mark={mark} />
        {criteria !== undefined && <div>{criteria.join('; ')}</div>}
        <div>{action}</div>
        <div className="quiet">{rationale}</div>
        {contested !== undefined && <Disagreement text={contested} />}
      </div>
      {override !== undefined && <FormattedMessage id="reader.override" values={{ ...override }} />}
    </BlockRow>,
  ];
}

/** One row: another medicine, how much it matters, what to do. */
export function listInteractionRows(
  block: BlockOf<'interaction'>,
  { protocol, language, numbers }: Setting,
): ReactElement[] {
  const { severity, management, effect, mechanism, separateBy, mark, contested } = block;
  return [
    <BlockRow
      key="with"
      label={
        <Level number={numbers.get(block.id)}>
          <FormattedMessage id={`reader.interaction.${severity}`} />
        </Level>
      }
      part={block}
    >
      <div lang={protocol.language}>
        <strong>{block.with.name}</strong> {block.with.class} <MarkWord mark={mark} />
        <div>{management}</div>
        <div className="quiet">
          {effect} {mechanism}
        </div>
        {contested !== undefined && <Disagreement text={contested} />}
      </div>
      {separateBy !== undefined && (
        <div>
          <FormattedMessage id="reader.separateBy" /> <PaperValue value={separateBy} language={language} />
        </div>
      )}
    </BlockRow>,
  ];
}

/** Its number and how grave it is: a block of one row needs no head. */
function Level({ number, children }: { number: string | undefined; children: ReactNode }): ReactElement {
  return (
    <>
      <span className="blockNumber">{number}</span> <strong>{children}</strong>
    </>
  );
}

/** What is gone through, phase by phase; to be ticked it is printed as a checklist. */
export function listChecklistRows({ phases }: BlockOf<'checklist'>, { protocol }: Setting): ReactElement[] {
  return phases.flatMap(({ id, title, mode, items, signOff }) => [
    <BlockRow key={id} label={<FormattedMessage id={`print.pause.${mode}`} />}>
      <strong lang={protocol.language}>{title}</strong>
    </BlockRow>,
    ...items.map((item, index) => (
      <BlockRow key={`${id}/${item.id}`} label={index + 1} part={item}>
        <span lang={protocol.language}>
          {item.text} {item.role !== undefined && <span className="quiet">{item.role}</span>}
        </span>{' '}
        {item.critical === true && (
          <strong>
            <FormattedMessage id="print.pause.stop" />
          </strong>
        )}{' '}
        {!item.required && (
          <span className="quiet">
            <FormattedMessage id="print.pause.ifUsed" />
          </span>
        )}{' '}
        <MarkWord mark={item.mark} />
      </BlockRow>
    )),
    ...(signOff === undefined
      ? []
      : [
          <BlockRow key={`${id}/sign`} label={<FormattedMessage id="print.sign" />}>
            <span lang={protocol.language}>{signOff.map(({ role }) => role).join(', ')}</span>
          </BlockRow>,
        ]),
  ]);
}

/** A word a row. */
export function listGlossaryRows({ terms }: BlockOf<'glossary'>, { protocol }: Setting): ReactElement[] {
  return terms.map(({ term, synonyms, abbreviations, definition }) => (
    <BlockRow key={term} label={<strong lang={protocol.language}>{term}</strong>}>
      <span lang={protocol.language}>
        {definition} <span className="quiet">{[...abbreviations, ...synonyms].join(', ')}</span>
      </span>
    </BlockRow>
  ));
}
