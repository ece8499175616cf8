import { type ReactElement, useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { Language } from '../../protocols/contract/calls';
import { findHeaderMeaning, findMeaning } from '../../protocols/changes/change-rules';
import type { FieldChange } from '../../protocols/changes/diff-fields';
import { type BlockChange, diffProtocols } from '../../protocols/changes/diff-protocols';
import type { Protocol, ProtocolKey } from '../../protocols/schema/protocol';
import { toNumbers } from '../../protocols/text/numbering';
import { useLibrary, usePromised } from '../app/library-provider';
import { toProtocolPath } from '../app/routes';
import { ChangedField } from '../print/protocol/changed-field';
import { useLanguage } from '../reader/use-language';
import styles from './papers.module.css';

interface ChangedBlock {
  readonly change: BlockChange;
  readonly fields: readonly FieldChange[];
  readonly isClinical: boolean;
}

/** What differs between the printed edition and the one that replaced it: what changes what is done first. */
export function ChangedLines({ from, to }: { from: ProtocolKey; to: ProtocolKey }): ReactElement | null {
  const library = useLibrary();
  const pair = usePromised(
    useMemo(() => library && Promise.all([library.open(from), library.open(to)]), [library, from, to]),
  );
  if (pair === undefined) return null;
  const [before, after] = pair;
  if (before === undefined || after === undefined) return <p>{<FormattedMessage id="papers.changes.unknown" />}</p>;
  return <Changes before={before} after={after} />;
}

function Changes({ before, after }: { before: Protocol; after: Protocol }): ReactElement {
  const language = useLanguage();
  const { blocks, header } = useMemo(() => listChanges(before, after), [before, after]);
  const numbers = useMemo(
    () => new Map([...toNumbers(before.sections), ...toNumbers(after.sections)]),
    [before, after],
  );
  const clinical = blocks.filter(({ isClinical }) => isClinical);
  const others = blocks.filter(({ isClinical }) => !isClinical);
  const list = (changed: readonly ChangedBlock[]): ReactElement => (
    <ul className={styles['changes']}>
      {changed.map((block) => (
        <BlockLines key={block.change.id} {...block} after={after} numbers={numbers} language={language} />
      ))}
    </ul>
  );
  return (
    <section className={styles['stack']} data-changes={blocks.length + header.length}>
      <h3>
        <FormattedMessage id="papers.changes" values={{ from: before.version, to: after.version }} />
      </h3>
      {clinical.length > 0 ? (
        list(clinical)
      ) : (
        <p>
          <FormattedMessage id="papers.changes.none" />
        </p>
      )}
      {others.length + header.length > 0 && (
        <details>
          <summary>
            <FormattedMessage id="papers.changes.others" values={{ count: others.length + header.length }} />
          </summary>
          {list(others)}
          <ul className={styles['changes']}>
            {header.map((field) => (
              <FieldLine key={field.path} field={field} of={after} language={language} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function listChanges(
  before: Protocol,
  after: Protocol,
): { readonly blocks: readonly ChangedBlock[]; readonly header: readonly FieldChange[] } {
  const diff = diffProtocols(before, after);
  const blocks = diff.blocks.map((change): ChangedBlock => {
    const { type } = change.kind === 'removed' ? change.before : change.after;
    if (change.kind !== 'changed') return { change, fields: [], isClinical: type !== 'glossary' };
    const fields = change.fields.filter(({ path }) => findMeaning(type, path) !== 'code');
    const isClinical = fields.some(({ path }) => ['clinical', 'instruction'].includes(findMeaning(type, path)));
    return { change, fields, isClinical };
  });
  return {
    blocks: blocks.filter(({ change, fields }) => change.kind !== 'changed' || fields.length > 0),
    header: diff.header.filter(({ path }) => findHeaderMeaning(path) !== 'code'),
  };
}

function BlockLines({
  change,
  fields,
  after,
  numbers,
  language,
}: ChangedBlock & { after: Protocol; numbers: ReadonlyMap<string, string>; language: Language }): ReactElement {
  const block = change.kind === 'removed' ? change.before : change.after;
  const name = (
    <>
      {numbers.get(block.id)} <FormattedMessage id={`print.block.${block.type}`} />
      {block.title !== undefined && <span lang={after.language}> {block.title}</span>}
    </>
  );
  return (
    <li data-changed-block={block.id}>
      <FormattedMessage id={`print.changes.${change.kind}`} />
      {': '}
      {change.kind === 'removed' ? name : <Link href={toProtocolPath(after, block.id)}>{name}</Link>}
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <FieldLine key={field.path} field={field} of={after} language={language} />
          ))}
        </ul>
      )}
    </li>
  );
}

function FieldLine({ field, of, language }: { field: FieldChange; of: Protocol; language: Language }): ReactElement {
  return (
    <li lang={of.language}>
      <span className={styles['quiet']}>{field.path}</span> <ChangedField field={field} language={language} />
    </li>
  );
}
