import { type ComponentProps, type ReactElement, useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../ui/button';
import { Chip } from '../ui/tone';
import styles from './forms.module.css';
import { PartForm } from './part-form';

type Props = ComponentProps<typeof PartForm> & {
  readonly name: string;
  readonly isOpen: boolean;
  readonly isHeading?: boolean;
  readonly onToggle: () => void;
  readonly onMove?: (by: 1 | -1) => void;
  readonly canMove?: { readonly up: boolean; readonly down: boolean };
  readonly onRemove?: (() => void) | undefined;
  /** How many parts go with it. */
  readonly removed?: number;
};

/** One part: its name and what can be done with it, and once opened its form. */
export function PartRow({
  name,
  isOpen,
  isHeading = false,
  onToggle,
  onMove,
  canMove,
  onRemove,
  removed = 0,
  ...form
}: Props): ReactElement {
  const intl = useIntl();
  const id = useId();
  const { index, findings, canWrite } = form;
  const of = (message: 'forms.up.of' | 'forms.down.of' | 'forms.remove.of'): string =>
    intl.formatMessage({ id: message }, { name });
  return (
    <li
      className={isHeading ? styles['section'] : styles['part-row']}
      data-part={index}
      data-open={isOpen || undefined}
    >
      <div className={styles['row']}>
        <button type="button" className={styles['name']} aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          {name}
        </button>
        {findings.length > 0 && (
          <Chip tone="caution">
            <FormattedMessage id="forms.findings" values={{ count: findings.length }} />
          </Chip>
        )}
      </div>
      <div id={id} className={styles['open']} hidden={!isOpen}>
        {isOpen && (
          <>
            <PartForm {...form} />
            {canWrite && (
              <div className={styles['inline']}>
                {onMove !== undefined && (
                  <>
                    <Button
                      data-move="up"
                      disabled={canMove?.up !== true}
                      aria-label={of('forms.up.of')}
                      onClick={() => onMove(-1)}
                    >
                      <FormattedMessage id="forms.up" />
                    </Button>
                    <Button
                      data-move="down"
                      disabled={canMove?.down !== true}
                      aria-label={of('forms.down.of')}
                      onClick={() => onMove(1)}
                    >
                      <FormattedMessage id="forms.down" />
                    </Button>
                  </>
                )}
                {onRemove !== undefined && (
                  <Button look="stop" aria-label={of('forms.remove.of')} onClick={onRemove}>
                    <FormattedMessage
                      id={isHeading ? 'forms.removeSection' : 'forms.remove'}
                      values={{ count: removed }}
                    />
                  </Button>
                )}
                <Button onClick={onToggle}>
                  <FormattedMessage id="forms.close" />
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </li>
  );
}
