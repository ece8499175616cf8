import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { Language } from '../../protocols/contract/calls';
import type { DoseRefusal, RefusalReason } from '../../protocols/dose/dose-answer';
import { toDosePath } from '../app/routes';
import { Banner } from '../ui/tone';
import { RefusalWords } from './refusal-words';

/** In place of a result: what stands in the way, the limit and its block; never a number that was worked out. */
export function Refusal({ refusal, language }: { refusal: DoseRefusal; language: Language }): ReactElement {
  const { reason, place } = refusal;
  const asked = toAsked(reason);
  return (
    <div role="alert" data-refusal={refusal.reason.kind}>
      <Banner tone="stop" title={<FormattedMessage id="dose.refused.title" />}>
        <p>
          <RefusalWords refusal={refusal} language={language} />
        </p>
        {asked !== undefined && (
          <Link href={toDosePath({ id: place.protocolId, version: place.version }, place.blockId, asked)}>
            <FormattedMessage id={asked === 'calculator' ? 'dose.switch.on' : 'dose.refused.set'} />
          </Link>
        )}
      </Banner>
    </div>
  );
}

/** What the clinic could set so that this reason goes away. */
function toAsked(reason: RefusalReason): string | undefined {
  if (reason.kind === 'calculator-off') return 'calculator';
  return reason.kind === 'not-set' || reason.kind === 'clinic-value' ? reason.setting : undefined;
}
