import {
  Activity,
  BookA,
  BookOpenText,
  ChartColumn,
  Combine,
  ListChecks,
  NotebookPen,
  OctagonX,
  Settings,
  Siren,
  Syringe,
  TextQuote,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { SearchHit } from '../../protocols/search/answer';
import { STANDING_TONES } from '../reader/standing-chip';
import { Chip } from '../ui/tone';
import { MarkedText } from './marked-text';
import styles from './search-box.module.css';

const ICONS = {
  emergency: Siren,
  dose: Syringe,
  contraindication: OctagonX,
  monitoring: Activity,
  interaction: Combine,
  checklist: ListChecks,
  protocol: BookOpenText,
  section: TextQuote,
  figures: ChartColumn,
  glossary: BookA,
  note: NotebookPen,
  setting: Settings,
} as const;

/** One result: what kind of thing it is, where it stands, the words that matched, and why when that is not plain. */
export function SearchRow({
  hit,
  id,
  active,
  onOpen,
}: {
  hit: SearchHit;
  id: string;
  active: boolean;
  onOpen: () => void;
}): ReactElement {
  const Icon = ICONS[hit.kind];
  // What was met as written, or goes on from it, needs no words.
  const reasons = hit.reasons.flatMap((reason) =>
    reason.kind === 'abbreviation' || reason.kind === 'synonym' || reason.kind === 'repaired' ? [reason] : [],
  );
  return (
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={active}
      className={styles['row']}
      data-protocol-id={hit.protocolId}
      data-version={hit.version}
      data-section-id={hit.sectionId}
      data-block-id={hit.blockId}
      data-kind={hit.kind}
      onClick={onOpen}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onOpen();
      }}
    >
      <span className={styles['kind']}>
        <Icon size={18} aria-hidden="true" />
        <FormattedMessage id={`search.kind.${hit.kind}`} />
      </span>
      <span className={styles['what']}>
        {hit.heading !== '' && (
          <span className={styles['heading']}>
            <MarkedText text={hit.heading} marks={hit.marks.heading} />
          </span>
        )}
        <span className={hit.heading === '' ? styles['heading'] : styles['title']}>
          <MarkedText text={hit.title} marks={hit.marks.title} />{' '}
          {hit.standing !== undefined && hit.standing !== 'in-force' && (
            <Chip tone={STANDING_TONES[hit.standing]}>
              <FormattedMessage id={`reader.standing.${hit.standing}`} />
            </Chip>
          )}
        </span>
        {hit.snippet !== '' && hit.snippet !== hit.heading && (
          <span className={styles['snippet']}>
            <MarkedText text={hit.snippet} marks={hit.marks.snippet} />
          </span>
        )}
        {reasons.map(({ kind, written, shown }) => (
          <span key={written} className={styles['reason']}>
            <FormattedMessage
              id={kind === 'repaired' ? 'search.reason.repaired' : 'search.reason.expanded'}
              values={{ written, shown }}
            />
          </span>
        ))}
      </span>
    </div>
  );
}
