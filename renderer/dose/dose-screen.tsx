import { type ReactElement, useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link, useLocation } from 'wouter';
import type { BlockOf } from '../../protocols/schema/blocks';
import type { Protocol } from '../../protocols/schema/protocol';
import { findPresentEdition } from '../../protocols/text/editions';
import { useLibrary, useProtocol, useStanding } from '../app/library-provider';
import { toDosePath, toProtocolPath } from '../app/routes';
import { useToday } from '../app/use-today';
import { StandingBanner } from '../reader/standing-banner';
import { Banner } from '../ui/tone';
import { DoseForm } from './dose-form';
import screenStyles from './screen.module.css';
import wordStyles from './words.module.css';
import { ReviewGate } from './review-gate';
import { Segments } from './segments';
import { useDoseName } from './use-dose-name';

/** The calculator of one protocol: of the edition named, or without a version of the one in force. */
export function DoseScreen({
  edition,
  blockId,
  setting,
}: {
  edition: { readonly id: string; readonly version?: string };
  blockId: string | undefined;
  /** What the clinic is to set, when the address asks for it. */
  setting: string | undefined;
}): ReactElement {
  const library = useLibrary();
  const today = useToday();
  const version =
    edition.version ?? findPresentEdition(library?.listing.protocols ?? [], edition.id, today)?.version ?? '';
  const protocol = useProtocol({ id: edition.id, version });
  if (library === undefined || protocol === undefined) return <main />;
  if (protocol !== 'absent')
    return (
      <OpenDose key={protocol.version} protocol={protocol} edition={edition} blockId={blockId} setting={setting} />
    );
  return (
    <main className={screenStyles['screen']}>
      <Banner
        tone="stop"
        role="alert"
        title={
          <FormattedMessage
            id="dose.missing"
            values={{ name: [edition.id, edition.version].filter(Boolean).join(' ') }}
          />
        }
      >
        <Link href="/dose">
          <FormattedMessage id="dose.other" />
        </Link>
      </Banner>
    </main>
  );
}

function OpenDose({
  protocol,
  edition,
  blockId,
  setting,
}: {
  protocol: Protocol;
  edition: { readonly id: string; readonly version?: string };
  blockId: string | undefined;
  setting: string | undefined;
}): ReactElement {
  const [, navigate] = useLocation();
  const { standing } = useStanding(protocol);
  const toName = useDoseName();
  const doses = useMemo(() => listDoses(protocol), [protocol]);
  const block = doses.find(({ id }) => id === blockId) ?? doses[0];
  return (
    <main
      className={screenStyles['screen']}
      data-protocol-id={protocol.id}
      data-version={protocol.version}
      data-state={standing}
    >
      <div className={screenStyles['head']}>
        <h1>
          {block === undefined ? (
            <FormattedMessage id="dose.title" />
          ) : (
            <FormattedMessage
              id="dose.heading"
              values={{
                drug: <strong key="drug">{block.drug.tallMan ?? block.drug.name}</strong>,
                route: <FormattedMessage key="route" id={`reader.route.${block.route}`} />,
                method: <FormattedMessage key="method" id={`reader.method.${block.method}`} />,
              }}
            />
          )}
        </h1>
        <p className={screenStyles['edition']}>
          <Link href={toProtocolPath(protocol, block?.id)}>{protocol.title}</Link>{' '}
          <span className={wordStyles['muted']}>
            <FormattedMessage id="app.version" values={{ version: protocol.version }} />
          </span>{' '}
          <Link href="/dose">
            <FormattedMessage id="dose.other" />
          </Link>
        </p>
      </div>
      <StandingBanner protocol={protocol} brief />
      {doses.length > 1 && (
        <Segments
          label={<FormattedMessage id="dose.route" />}
          hidden
          options={doses.map((dose) => ({ value: dose.id, label: toName(dose, doses) }))}
          value={block?.id}
          onChange={(id) => navigate(toDosePath(edition, id), { replace: true })}
        />
      )}
      {block === undefined ? (
        <p>
          <FormattedMessage id="dose.none" />
        </p>
      ) : (
        <ReviewGate protocol={protocol} standing={standing}>
          <DoseForm key={block.id} protocol={protocol} block={block} standing={standing} asked={setting} />
        </ReviewGate>
      )}
    </main>
  );
}

function listDoses(protocol: Protocol): readonly BlockOf<'dose'>[] {
  return protocol.sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'dose'));
}
