import { Activity, Ban, Siren, Syringe } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { toClinicValues } from '../../protocols/dose/clinic-records';
import type { ClinicValues } from '../../protocols/dose/dose-request';
import type { BlockOf } from '../../protocols/schema/blocks';
import { isSet } from '../../protocols/schema/is-set';
import { toProtocolPath } from '../app/routes';
import { SetValue } from '../dose/clinic-row';
import { useClinic } from '../dose/use-clinic';
import { When } from './blocks/monitoring-view';
import { ClinicalRange, ClinicalValue } from './clinical-value';
import { toClusters } from './clusters';
import styles from './reader.module.css';
import { useReader } from './reader-context';

/** The four things looked up most, always in the same order and place: the answer before the text. */
export function ClusterCard(): ReactElement {
  const { protocol } = useReader();
  const { values } = useClinic();
  const { absolute, other, doses, monitoring, emergency } = toClusters(protocol);
  const limits = doses.map((dose) => ({
    dose,
    maximum: toClinicValues(values, { protocolId: protocol.id, blockId: dose.id }).maximum,
  }));
  const to = (id: string): string => toProtocolPath(protocol, id);
  return (
    <div className={styles['card']}>
      <Cluster
        id="contraindications"
        digit={1}
        icon={<Ban size={18} aria-hidden="true" />}
        empty={absolute.length + other.length + doses.length === 0}
      >
        {toDistinct(limits).map((limit) => (
          <DoseLimit key={limit.dose.id} {...limit} href={to(limit.dose.id)} />
        ))}
        {absolute.length > 0 && (
          <li className={styles['stopLine']}>
            <strong>
              <FormattedMessage id="reader.level.absolute" />
            </strong>
            <ul>
              {absolute.map((block) => (
                <li key={block.id}>
                  <Link href={to(block.id)} lang={protocol.language}>
                    {block.condition}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        )}
        {other[0] !== undefined && (
          <li>
            <Link href={to(other[0].id)}>
              <FormattedMessage id="reader.cluster.other" values={{ count: other.length }} />
            </Link>
          </li>
        )}
      </Cluster>
      <Cluster id="doses" digit={2} icon={<Syringe size={18} aria-hidden="true" />} empty={doses.length === 0}>
        {doses.map((dose) => (
          <li key={dose.id}>
            <Link href={to(dose.id)} lang={protocol.language}>
              {dose.title ?? dose.drug.name}
            </Link>{' '}
            {dose.amount.usual !== undefined && <ClinicalValue value={dose.amount.usual} brief />}
            {dose.amount.choices !== undefined && <ClinicalRange range={{ choices: dose.amount.choices }} brief />}
            {dose.amount.usual === undefined && dose.amount.choices === undefined && (
              <ClinicalRange range={dose.amount} brief />
            )}
            {dose.over !== undefined && (
              <>
                {' '}
                <FormattedMessage id="reader.dose.over.inline" /> <ClinicalRange range={dose.over} brief />
              </>
            )}
          </li>
        ))}
      </Cluster>
      <Cluster
        id="monitoring"
        digit={3}
        icon={<Activity size={18} aria-hidden="true" />}
        empty={monitoring.length === 0}
      >
        {monitoring.map((block) => (
          <li key={block.id}>
            <Link href={to(block.id)} lang={block.title === undefined ? undefined : protocol.language}>
              {block.title ?? <FormattedMessage id="reader.cluster.monitoring" />}
            </Link>{' '}
            <span className={styles['muted']}>
              {block.schedule.map((entry, index) => (
                <span key={JSON.stringify(entry)}>
                  {index > 0 && ' · '}
                  {entry.label === undefined ? (
                    <When entry={entry} />
                  ) : (
                    <span lang={protocol.language}>{entry.label}</span>
                  )}
                </span>
              ))}
            </span>
          </li>
        ))}
      </Cluster>
      <Cluster id="emergency" digit={4} icon={<Siren size={18} aria-hidden="true" />} empty={emergency.length === 0}>
        {emergency.map((block) => (
          <li key={block.id}>
            <Link href={to(block.id)} lang={protocol.language}>
              {block.title ?? block.trigger}
            </Link>
          </li>
        ))}
      </Cluster>
    </div>
  );
}

/** What a dose may not pass: by the protocol, and by what the clinic set for it. */
interface Limit {
  readonly dose: BlockOf<'dose'>;
  readonly maximum: ClinicValues['maximum'];
}

/** Each limit once: a course in steps states the same limit in every step. */
function toDistinct(limits: readonly Limit[]): Limit[] {
  const keys = limits.map(({ dose, maximum }) =>
    JSON.stringify([dose.drug.name, dose.route, dose.amount.max, dose.cap, maximum?.value]),
  );
  return limits.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function DoseLimit({ dose, maximum, href }: Limit & { href: string }): ReactElement | null {
  const { max } = dose.amount;
  // As in the block: what the clinic set stands where the protocol leaves it to the clinic, and beside a published figure.
  const cap = maximum !== undefined && dose.cap !== undefined && !isSet(dose.cap) ? undefined : dose.cap;
  if (max === undefined && cap === undefined && maximum === undefined) return null;
  return (
    <li>
      <Link href={href}>
        <FormattedMessage
          id="reader.cluster.limit"
          values={{
            drug: dose.drug.tallMan ?? dose.drug.name,
            route: <FormattedMessage id={`reader.route.${dose.route}`} />,
          }}
        />
      </Link>{' '}
      {max !== undefined && <ClinicalValue value={max} brief />}
      {cap !== undefined && (
        <>
          {max !== undefined && ' · '}
          <FormattedMessage id="reader.dose.cap" /> <ClinicalValue value={cap} brief />
        </>
      )}
      {maximum !== undefined && (
        <>
          {(max !== undefined || cap !== undefined) && ' · '}
          <FormattedMessage id="reader.dose.cap" /> <SetValue set={maximum} />
        </>
      )}
    </li>
  );
}

function Cluster({
  id,
  digit,
  icon,
  empty,
  children,
}: {
  id: 'contraindications' | 'doses' | 'monitoring' | 'emergency';
  digit: number;
  icon: ReactNode;
  empty: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <section
      id={`cluster-${id}`}
      className={styles['cluster']}
      data-cluster={id}
      aria-labelledby={`cluster-${id}-title`}
      tabIndex={-1}
    >
      <h2 id={`cluster-${id}-title`} className={styles['clusterTitle']}>
        {icon}
        <span>
          <FormattedMessage id={`reader.cluster.${id}`} />
        </span>
        <kbd aria-hidden="true">Alt+{digit}</kbd>
      </h2>
      {empty ? (
        <p className={styles['muted']}>
          <FormattedMessage id="reader.cluster.none" />
        </p>
      ) : (
        <ul>{children}</ul>
      )}
    </section>
  );
}
