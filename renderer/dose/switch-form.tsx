import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CalculatorRecord } from '../../protocols/dose/clinic-records';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Result } from '../../protocols/schema/result';
import type { SaveFailure } from '../store/failures';
import styles from './panels.module.css';
import { SignedForm } from './signed-form';

/** A named person turns the calculator on for exactly this edition, having read a statement, or off again. */
export function SwitchForm({
  protocol,
  turnsOn,
  onSave,
  onClose,
}: {
  protocol: Protocol;
  turnsOn: boolean;
  onSave: (record: CalculatorRecord) => Promise<Result<unknown, SaveFailure>>;
  onClose: () => void;
}): ReactElement {
  const intl = useIntl();
  const [read, setRead] = useState(false);
  const [isUnread, setUnread] = useState(false);
  const { id: protocolId, title, version } = protocol;
  const statement = intl.formatMessage(
    { id: turnsOn ? 'dose.switch.statement' : 'dose.switch.statement.off' },
    { title, version },
  );
  return (
    <SignedForm
      onSubmit={(by, at) => {
        setUnread(turnsOn && !read);
        if (turnsOn && !read) return undefined;
        return onSave({ protocolId, version, on: turnsOn, statement, by, at });
      }}
      onClose={onClose}
      submit={<FormattedMessage id={turnsOn ? 'dose.switch.on' : 'dose.switch.off'} />}
      problem={isUnread && <FormattedMessage id="dose.switch.unread" />}
    >
      <p>{statement}</p>
      {turnsOn && protocol.status !== 'active' && (
        <p>
          <FormattedMessage id="reader.standing.draft.body" />
        </p>
      )}
      {turnsOn && (
        <label className={styles['tick']}>
          <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />
          <FormattedMessage id="dose.switch.read" />
        </label>
      )}
    </SignedForm>
  );
}
