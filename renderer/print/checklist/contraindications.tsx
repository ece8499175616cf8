import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Protocol } from '../../../protocols/schema/protocol';
import { isUnsure } from '../../../protocols/text/display';
import { ContestedWord, MarkWord } from '../page/paper-value';
import { listContraindications } from './restated-limits';

/** What forbids the session, in short, with the block each line comes from. */
export function Contraindications({
  protocol,
  numbers,
}: {
  protocol: Protocol;
  numbers: ReadonlyMap<string, string>;
}): ReactElement {
  const absolute = listContraindications(protocol, ['absolute']);
  const others = listContraindications(protocol, ['relative', 'caution']).length;
  return (
    <section className="contraindications">
      <h2>
        <FormattedMessage id="print.contraindications" />
      </h2>
      {absolute.length === 0 && (
        <p>
          <FormattedMessage id="print.contraindications.none" />
        </p>
      )}
      <ul>
        {absolute.map(({ id, condition, mark, contested }) => (
          <li key={id} data-block-id={id}>
            <span className="blockNumber">{numbers.get(id)}</span>
            <span>
              <span lang={protocol.language} className={isUnsure(mark) ? 'unsure' : undefined}>
                {condition}
              </span>{' '}
              <MarkWord mark={mark} /> {contested !== undefined && <ContestedWord />}
            </span>
          </li>
        ))}
      </ul>
      {others > 0 && (
        <p className="quiet">
          <FormattedMessage id="print.contraindications.others" values={{ count: others }} />
        </p>
      )}
    </section>
  );
}
