import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import { type ReactElement, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { FormattedMessage, IntlProvider, useIntl } from 'react-intl';
import type { PrintJob } from '../../../protocols/contract/calls';
import { MESSAGES } from '../../app/messages';
import { loadSheet } from '../load-sheet';
import { Sheet } from '../page/sheet';
import type { SheetSources } from '../page/sheet-plan';
import { planSheet } from '../plan-sheet';
import previewStyles from '../styles/preview.css?inline';
import sheetStyles from '../styles/sheet.css?inline';
import styles from '../print-dialog.module.css';

/** The sheet as it will be printed: the same parts on the same pages by the same measure, made smaller to be looked at. */
export function SheetPreview({ job }: { job: PrintJob }): ReactElement {
  // The job is a new object each time; what it says counts.
  const asked = JSON.stringify(job);
  const [loaded, setLoaded] = useState<{ readonly asked: string; readonly sources: SheetSources }>();
  const [failed, setFailed] = useState<{ readonly asked: string; readonly message: string }>();
  useEffect(() => {
    let wanted = true;
    loadSheet({ job: JSON.parse(asked) as PrintJob }, new Date()).then(
      (sources) => wanted && setLoaded({ asked, sources: { ...sources, code: { kind: 'later' } } }),
      (error: unknown) =>
        wanted && setFailed({ asked, message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [asked]);
  if (failed?.asked === asked)
    return <FormattedMessage id="print.preview.failed" values={{ message: failed.message }} />;
  if (loaded === undefined || loaded.asked !== asked) return <div className={styles['preview']} />;
  return <Previewed key={asked} sources={loaded.sources} />;
}

function Previewed({ sources }: { sources: SheetSources }): ReactElement {
  const intl = useIntl();
  const [pages, setPages] = useState<number | 'too-long'>();
  const onLaidOut = useCallback((count: number | undefined) => setPages(count ?? 'too-long'), []);
  const { leftOut } = planSheet(sources);
  return (
    <>
      <p role="status">
        {typeof pages === 'number' && <FormattedMessage id="print.preview.pages" values={{ pages }} />}
        {pages === 'too-long' && <FormattedMessage id="print.preview.tooLong" />}
      </p>
      {leftOut.length > 0 && (
        <div>
          <strong>
            <FormattedMessage id="print.preview.leftOut" />
          </strong>
          <ul className={styles['leftOut']}>
            {leftOut.map(({ id, values }) => (
              <li key={id}>
                <FormattedMessage id={id} values={values} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {/* Pages are scrolled through, by the keyboard too. */}
      <div
        role="region"
        tabIndex={0}
        className={styles['preview']}
        aria-label={intl.formatMessage({ id: 'print.preview.name' })}
      >
        {/* A section, or the heads and feet of the pages would be landmarks of the program. */}
        <section>
          <Pages sources={sources} laidOut={pages !== undefined} onLaidOut={onLaidOut} />
        </section>
      </div>
    </>
  );
}

/** A tree of its own: the program's styles are for screens, the sheet's for paper, and neither may reach the other. */
function Pages({
  sources,
  laidOut,
  onLaidOut,
}: {
  sources: SheetSources;
  laidOut: boolean;
  onLaidOut: (pages: number | undefined) => void;
}): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot>();
  const { language } = sources.job;
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheetStyles, previewStyles].map(toStyleSheet);
    setRoot(shadow);
  }, []);
  useFit(host, laidOut);
  return (
    <div ref={host} lang={language} className={styles['pages']}>
      {root !== undefined &&
        createPortal(
          <IntlProvider locale={language === 'en' ? 'en-GB' : 'fr'} messages={MESSAGES[language]}>
            <Sheet sources={sources} onLaidOut={onLaidOut} />
          </IntlProvider>,
          root,
        )}
    </div>
  );
}

/** Keeps the pages as wide as there is room, once they stand. */
function useFit(host: RefObject<HTMLDivElement | null>, laidOut: boolean): void {
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null || !laidOut) return undefined;
    const observer = new ResizeObserver(() => fit(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [host, laidOut]);
}

/** Measured at their own size and made smaller after: rows would break elsewhere than on paper. */
function fit(host: HTMLElement): void {
  const sheet = host.shadowRoot?.querySelector<HTMLElement>('.sheet');
  if (!sheet) return;
  const scale = Math.min(1, host.clientWidth / sheet.offsetWidth);
  sheet.style.transform = `scale(${scale})`;
  host.style.height = `${sheet.offsetHeight * scale}px`;
}

function toStyleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
