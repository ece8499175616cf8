import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { toUnitWords } from '../../../protocols/units/unit-table';
import { Chip } from '../../ui/tone';
import styles from '../block.module.css';
import { MarkWord } from '../clinical-value';
import { useReader } from '../reader-context';
import { SourceTags } from '../source-tags';
import { useLanguage } from '../use-language';

type Item = BlockOf<'checklist'>['phases'][number]['items'][number];

/** A checklist to read: pauses with their mode, and each item as object, state and what is answered. */
export function ChecklistView({ block }: { block: BlockOf<'checklist'> }): ReactElement {
  const { protocol } = useReader();
  return (
    <>
      {block.phases.map((phase) => (
        <section key={phase.id} className={styles['phase']} aria-label={phase.title}>
          <div className={styles['phaseTitle']}>
            <strong lang={protocol.language}>{phase.title}</strong>
            <span className={styles['mode']}>
              <FormattedMessage id={`reader.mode.${phase.mode}`} />
            </span>
          </div>
          <ol className={styles['items']}>
            {phase.items.map((item) => (
              <ItemView key={item.id} item={item} />
            ))}
          </ol>
          {(phase.signOff ?? []).length > 0 && (
            <p className={styles['muted']}>
              <FormattedMessage
                id="reader.signOff"
                values={{ roles: phase.signOff?.map(({ role }) => role).join(', ') }}
              />
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function ItemView({ item }: { item: Item }): ReactElement {
  const { protocol } = useReader();
  const language = useLanguage();
  const [object, ...state] = item.text.split(' — ');
  return (
    <li>
      <span lang={protocol.language}>
        <strong>{object}</strong>
        {state.length > 0 && ` — ${state.join(' — ')}`}
      </span>{' '}
      <span className={styles['muted']}>
        <FormattedMessage
          id={`reader.answer.${item.answer.type}`}
          values={{
            unit: item.answer.unit === undefined ? '' : toUnitWords(item.answer.unit, language),
            options: item.answer.options?.join(' / '),
          }}
        />
        {item.role !== undefined && ` · ${item.role}`}
      </span>{' '}
      {item.critical === true && (
        <Chip tone="stop">
          <FormattedMessage id="reader.critical" />
        </Chip>
      )}
      {!item.required && (
        <span className={styles['muted']}>
          {' '}
          <FormattedMessage id="reader.optional" />
        </span>
      )}
      {item.mark !== undefined && <MarkWord mark={item.mark} />}{' '}
      <SourceTags edition={protocol} sources={item.sources ?? []} />
    </li>
  );
}
