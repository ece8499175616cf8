import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { Calculator, Printer } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import { Link, useLocation } from 'wouter';
import type { Protocol } from '../../protocols/schema/protocol';
import { toNumbers } from '../../protocols/text/numbering';
import { useLibrary, useProtocol, useStanding } from '../app/library-provider';
import { toDosePath } from '../app/routes';
import { useMedia } from '../app/theme';
import { UnplacedNotes } from '../notes/unplaced-notes';
import { useNoteShortcut } from '../notes/use-note-shortcut';
import { useNoteSteps } from '../notes/use-note-steps';
import { PrintDialog } from '../print/print-dialog';
import { Button, buttonClass } from '../ui/button';
import { Banner } from '../ui/tone';
import { ClusterCard } from './cluster-card';
import { ContentsList } from './contents-list';
import { CurrencyLine } from './currency-line';
import { FindInProtocol } from './find/find-in-protocol';
import styles from './reader.module.css';
import { ReaderContext } from './reader-context';
import { SectionView } from './section-view';
import { SourcesList } from './sources-list';
import { StandingBanner } from './standing-banner';
import { bindKeys } from '../ui/bind-keys';

const CLUSTER_KEYS = ['contraindications', 'doses', 'monitoring', 'emergency'] as const;

/** Opens an edition; one that is not on this computer, or is withheld, is said to be so. */
export function ProtocolScreen(props: {
  edition: { readonly id: string; readonly version?: string };
  anchor: string | undefined;
  contentsSlot: HTMLElement | null;
}): ReactElement {
  const library = useLibrary();
  const protocol = useProtocol(props.edition);
  if (library === undefined || protocol === undefined) return <main />;
  if (protocol !== 'absent')
    return (
      <OpenProtocol
        key={`${protocol.id}@${protocol.version}`}
        protocol={protocol}
        anchor={props.anchor}
        contentsSlot={props.contentsSlot}
      />
    );
  const name = [props.edition.id, props.edition.version].filter(Boolean).join(' ');
  const withheld = library.listing.withheld.some(({ file }) => file.startsWith(`${props.edition.id}/`));
  return (
    <main>
      <Banner
        tone="stop"
        role="alert"
        title={<FormattedMessage id={withheld ? 'reader.withheld' : 'reader.missing'} values={{ name }} />}
      >
        <FormattedMessage id={withheld ? 'reader.withheld.body' : 'reader.missing.body'} />
      </Banner>
    </main>
  );
}

function OpenProtocol({
  protocol,
  anchor,
  contentsSlot,
}: {
  protocol: Protocol;
  anchor: string | undefined;
  contentsSlot: HTMLElement | null;
}): ReactElement {
  const { standing } = useStanding(protocol);
  const [, navigate] = useLocation();
  const [printing, setPrinting] = useState(false);
  const wide = useMedia('(min-width: 1100px)');
  const state = useMemo(
    () => ({
      protocol,
      anchor,
      numbers: toNumbers(protocol.sections),
      sectionOf: new Map(
        protocol.sections.flatMap((section) => section.blocks.map((block) => [block.id, section.id] as const)),
      ),
    }),
    [protocol, anchor],
  );
  const doses = useMemo(() => listDoseIds(protocol), [protocol]);
  const asked = doses.find((id) => id === anchor);
  useNoteShortcut(protocol);
  useNoteSteps();
  useEffect(() => {
    performance.mark('handrail:protocol-open', { detail: { id: protocol.id, version: protocol.version } });
  }, [protocol]);
  useEffect(() => {
    if (anchor === undefined) scrollTo(0, 0);
    else reveal(anchor);
  }, [anchor]);
  useEffect(() => {
    // A link to where one is already: the reader has scrolled on since.
    const again = ({ oldURL, newURL }: HashChangeEvent): void => {
      if (oldURL === newURL && anchor !== undefined) reveal(anchor);
    };
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, [anchor]);
  useEffect(() => {
    const act = (run: () => void) => (event: KeyboardEvent) => {
      event.preventDefault();
      run();
    };
    const clusters = CLUSTER_KEYS.map((name, index) => [
      `Alt+Digit${index + 1}`,
      (event: KeyboardEvent) => {
        if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
        act(() => reveal(`cluster-${name}`))(event);
      },
    ]);
    return bindKeys({
      ...Object.fromEntries(clusters),
      '$mod+KeyP': act(() => setPrinting(true)),
      '$mod+KeyD': act(() => doses.length > 0 && navigate(toDosePath(protocol, findFocusedDose() ?? asked))),
    });
  }, [protocol, doses, asked, navigate]);
  return (
    <ReaderContext value={state}>
      <main
        className={styles['reader']}
        data-protocol-id={protocol.id}
        data-version={protocol.version}
        data-state={standing}
      >
        <div className={styles['head']}>
          <h1 lang={protocol.language}>{protocol.title}</h1>
          <div className={styles['actions']}>
            <FindInProtocol />
            {doses.length > 0 && (
              <Link href={toDosePath(protocol, asked)} className={buttonClass()} aria-keyshortcuts="Control+D">
                <Calculator size={18} aria-hidden="true" />
                <FormattedMessage id="reader.dose.open" />
              </Link>
            )}
            <Button onClick={() => setPrinting(true)} aria-keyshortcuts="Control+P">
              <Printer size={18} aria-hidden="true" />
              <FormattedMessage id="reader.print" />
            </Button>
          </div>
        </div>
        <CurrencyLine protocol={protocol} />
        <StandingBanner protocol={protocol} />
        {protocol.safetyLine !== undefined && (
          <p className={styles['safety']} lang={protocol.language}>
            {protocol.safetyLine}
          </p>
        )}
        <ClusterCard />
        {wide && contentsSlot !== null ? (
          createPortal(<ContentsList />, contentsSlot)
        ) : (
          <details className={styles['contentsFold']}>
            <summary>
              <FormattedMessage id="reader.contents" />
            </summary>
            <ContentsList />
          </details>
        )}
        <UnplacedNotes protocol={protocol} />
        {protocol.sections.map((section) => (
          <SectionView key={section.id} section={section} />
        ))}
        <SourcesList />
      </main>
      {printing && <PrintDialog protocol={protocol} onClose={() => setPrinting(false)} />}
    </ReaderContext>
  );
}

function listDoseIds(protocol: Protocol): readonly string[] {
  return protocol.sections.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'dose').map(({ id }) => id));
}

/** The dose block the reader is in, if any: its dose is the one meant. */
function findFocusedDose(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-block-type="dose"]')?.dataset['blockId'];
}

/** Brings a block, section or source under the reader's eyes and puts the focus on it. */
function reveal(id: string): void {
  requestAnimationFrame(() => {
    const target = document.getElementById(id);
    target?.scrollIntoView({ block: 'start' });
    // A section is entered by its heading; a ring around all of it would frame several screens.
    const focus =
      target?.matches('section[data-section-id]') === true ? document.getElementById(`${id}-title`) : target;
    focus?.focus({ preventScroll: true });
  });
}
