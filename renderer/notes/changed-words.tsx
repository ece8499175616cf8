import { type ReactElement, useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import { findBlock, toHeading } from '../../protocols/anchoring/note-target';
import { toBlockWords } from '../../protocols/anchoring/passages';
import { diffWords } from '../../protocols/changes/diff-words';
import type { NoteTarget } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { DiffSide } from './diff-side';
import styles from './notes.module.css';

/** The words a note was written about beside what stands there now, with what came and went marked. */
export function ChangedWords({
  target,
  protocol,
}: {
  target: NoteTarget;
  protocol: Protocol | undefined;
}): ReactElement {
  const place = protocol && findBlock(protocol, target.blockId);
  const present = protocol && place && toBlockWords(protocol, place.block).text;
  const tokens = useMemo(
    () => (present === undefined ? undefined : diffWords(target.blockText, present)),
    [target, present],
  );
  const headingNow = protocol && place && toHeading(protocol, place.section.id);
  const isSame =
    present === target.blockText &&
    headingNow === target.heading &&
    protocol?.title === (target.title ?? protocol?.title);
  return (
    <div className={styles['compare']}>
      <section>
        {target.version !== '' && (
          <p className={styles['then']}>
            <FormattedMessage id="notes.then" values={{ version: target.version }} />
          </p>
        )}
        {target.heading !== '' && (
          <p className={styles['small']}>
            <FormattedMessage id="notes.heading.then" values={{ heading: target.heading }} />
          </p>
        )}
        <p>{tokens === undefined ? target.blockText : <DiffSide tokens={tokens} side="removed" />}</p>
      </section>
      <section>
        {protocol === undefined || tokens === undefined ? (
          <p>
            {protocol === undefined ? (
              <FormattedMessage id="notes.now.missing" />
            ) : (
              <FormattedMessage id="notes.now.gone" values={{ version: protocol.version }} />
            )}
          </p>
        ) : (
          <>
            <p className={styles['then']}>
              <FormattedMessage id="notes.now" values={{ version: protocol.version }} />
            </p>
            <p className={styles['small']}>
              <FormattedMessage id="notes.heading.now" values={{ heading: headingNow }} />
            </p>
            <p>
              <DiffSide tokens={tokens} side="added" />
            </p>
            {isSame && (
              <p className={styles['then']}>
                <FormattedMessage id="notes.now.same" />
              </p>
            )}
          </>
        )}
      </section>
    </div>
  );
}
