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
  Terminal,
  TextQuote,
} from 'lucide-react';
import { type ReactElement, memo } from 'react';
import { FormattedMessage } from 'react-intl';
import type { SearchHit } from '../../protocols/search/answer';
import { OwnChip, STANDING_TONES } from '../reader/standing-chip';
import { Chip } from '../ui/tone';
import type { Command } from './command';
import { MarkedText } from './marked-text';
import { ReasonWords } from './reason-words';
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
  command: Terminal,
} as const;

/**
 * One row of the list: a result or a command, with what a script needs to tell where it leads. It is rendered again only for
 * another one: the rows of the text before stay as they are while the next answer is on its way.
 */
export const SearchRow = memo(function SearchRow({
  hit,
  command,
  id,
  index,
  active,
  why,
  onOpen,
}: {
  hit: SearchHit | undefined;
  command: Command | undefined;
  id: string;
  index: number;
  active: boolean;
  /** Why it is offered, where no word typed is the reason. */
  why: 'title' | 'recent' | undefined;
  onOpen: (index: number) => void;
}): ReactElement {
  const kind = hit?.kind ?? 'command';
  const Icon = ICONS[kind];
  return (
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={active}
      className={styles['row']}
      data-protocol-id={hit?.protocolId ?? ''}
      data-version={hit?.version ?? ''}
      data-section-id={hit?.sectionId ?? ''}
      data-block-id={hit?.blockId ?? ''}
      data-kind={kind}
      onClick={() => onOpen(index)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onOpen(index);
      }}
    >
      <span className={styles['kind']}>
        <Icon size={18} aria-hidden="true" />
        <FormattedMessage id={`search.kind.${kind}`} />
      </span>
      {hit !== undefined && <Hit hit={hit} why={why} />}
      {command !== undefined && <OneCommand command={command} />}
    </div>
  );
});

/** Where it stands, in which edition, the words that matched, and why it is here. */
function Hit({ hit, why }: { hit: SearchHit; why: 'title' | 'recent' | undefined }): ReactElement {
  const { heading, title, version, standing, snippet, marks, reasons } = hit;
  return (
    <span className={styles['what']}>
      {heading !== '' && (
        <span className={styles['heading']}>
          <MarkedText text={heading} marks={marks.heading} />
        </span>
      )}
      <span className={heading === '' ? styles['heading'] : styles['title']}>
        <MarkedText text={title} marks={marks.title} /> <OwnChip id={hit.protocolId} />
        {standing !== undefined && standing !== 'in-force' && (
          <Chip tone={STANDING_TONES[standing]}>
            <FormattedMessage id={`reader.standing.${standing}`} />
          </Chip>
        )}
      </span>
      {snippet !== '' && snippet !== heading && (
        <span className={styles['snippet']}>
          <MarkedText text={snippet} marks={marks.snippet} />
        </span>
      )}
      <span className={styles['reason']}>
        {why === undefined ? <ReasonWords reasons={reasons} /> : <FormattedMessage id={`search.reason.${why}`} />}
        {version !== '' && (
          <>
            {' · '}
            <FormattedMessage id="app.version" values={{ version }} />
          </>
        )}
      </span>
    </span>
  );
}

function OneCommand({ command: { title, keys } }: { command: Command }): ReactElement {
  return (
    <span className={styles['command']}>
      <span className={styles['heading']}>{title}</span>
      {keys !== undefined && <kbd className={styles['keys']}>{keys}</kbd>}
    </span>
  );
}
