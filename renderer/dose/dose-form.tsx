import { type ReactElement, useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../protocols/schema/blocks';
import { findCalculatorSwitch, toClinicValues } from '../../protocols/dose/clinic-records';
import { planDose } from '../../protocols/dose/dose-plan';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Standing } from '../../protocols/text/in-force';
import { NotesNotice } from '../notes/notes-notice';
import { Banner } from '../ui/tone';
import { Calculator } from './calculator';
import { ClinicPanel } from './clinic-panel';
import { DoseRange } from './dose-range';
import { useClinic } from './use-clinic';

/** One dose of an edition: what the clinic set for it, the calculator, and the protocol's own range beneath. */
export function DoseForm({
  protocol,
  block,
  standing,
  asked,
}: {
  protocol: Protocol;
  block: BlockOf<'dose'>;
  standing: Standing;
  /** The clinic's value the address asks to set. */
  asked: string | undefined;
}): ReactElement | null {
  const clinic = useClinic();
  const values = useMemo(
    () => toClinicValues(clinic.values, { protocolId: protocol.id, blockId: block.id }),
    [clinic.values, protocol.id, block.id],
  );
  const calculator = useMemo(() => findCalculatorSwitch(clinic.switches, protocol), [clinic.switches, protocol]);
  const plan = useMemo(() => planDose(block, values), [block, values]);
  if (clinic.state === 'loading') return null;
  if (clinic.state !== 'ready') {
    return (
      <>
        <Banner tone="stop" role="alert" title={<FormattedMessage id="dose.clinic.unknown" />}>
          {clinic.state !== 'closed' && (
            <FormattedMessage id="dose.clinic.unknown.body" values={{ reason: clinic.state.failed }} />
          )}
        </Banner>
        <NotesNotice />
        <DoseRange block={block} />
      </>
    );
  }
  return (
    <>
      {/* What was entered belongs to the values it was entered under: a changed one begins anew. */}
      <Calculator
        key={JSON.stringify(values)}
        request={{ protocol, blockId: block.id, clinic: values, calculator, standing }}
        block={block}
        plan={plan.ok ? plan.value : undefined}
      />
      <DoseRange block={block} maximum={values.maximum} />
      {/* An address that asks for another value opens that one. */}
      <ClinicPanel
        key={asked}
        protocol={protocol}
        block={block}
        clinic={clinic}
        values={values}
        calculator={calculator}
        asked={asked}
      />
    </>
  );
}
