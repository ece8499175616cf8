import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { findBlock, toHeading } from '../../protocols/anchoring/note-target';
import { toBlockWords } from '../../protocols/anchoring/passages';
import type { NoteTarget } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import styles from './notes.module.css';

/** The words a note was written about beside what stands there now. */
export function ChangedWords({
  target,
  protocol,
}: {
  target: NoteTarget;
  protocol: Protocol | undefined;
}): ReactElement {
  const heading = target.heading;
  return (
    <div className={styles['compare']}>
      <section>
        <p className={styles['then']}>
          <FormattedMessage id="notes.then" values={{ version: target.version }} />
        </p>
        <p className={styles['small']}>
          <FormattedMessage id="notes.heading.then" values={{ heading }} />
        </p>
        <p>{target.blockText}</p>
      </section>
      <section>
        <PresentWords target={target} protocol={protocol} />
      </section>
    </div>
  );
}

function PresentWords({ target, protocol }: { target: NoteTarget; protocol: Protocol | undefined }): ReactElement {
  if (protocol === undefined) {
    return (
      <p>
        <FormattedMessage id="notes.now.missing" />
      </p>
    );
  }
  const { version } = protocol;
  const present = findBlock(protocol, target.blockId);
  if (present === undefined) {
    return (
      <p>
        <FormattedMessage id="notes.now.gone" values={{ version }} />
      </p>
    );
  }
  const heading = toHeading(protocol, present.section.id);
  const { text } = toBlockWords(protocol, present.block);
  return (
    <>
      <p className={styles['then']}>
        <FormattedMessage id="notes.now" values={{ version }} />
      </p>
      <p className={styles['small']}>
        <FormattedMessage id="notes.heading.now" values={{ heading }} />
      </p>
      <p>{text}</p>
      {text === target.blockText && heading === target.heading && (
        <p className={styles['then']}>
          <FormattedMessage id="notes.now.same" />
        </p>
      )}
    </>
  );
}
