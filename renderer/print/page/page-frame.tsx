import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import { isOwnId } from '../../../protocols/clinic-documents/own-id';
import type { SheetKind } from '../../../protocols/contract/calls';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Standing } from '../../../protocols/text/in-force';
import { CodeSymbol } from './print-code';
import type { SheetCode } from './sheet-plan';
import { toStampId } from './stamp';

/** Top of every page: what this is, whose it is, and whether it may be used. */
export function PageHeader({
  protocol,
  standing,
  clinic,
  sheet,
}: {
  protocol: Protocol;
  standing: Standing;
  clinic: string;
  sheet: SheetKind;
}): ReactElement {
  const intl = useIntl();
  return (
    <>
      <div>
        <div className="pageTitle" lang={protocol.language}>
          {protocol.title}
        </div>
        <div>{intl.formatMessage({ id: `print.sheet.${sheet}` })}</div>
      </div>
      <div className="pageHeaderEnd">
        {clinic !== '' && <div className="clinic">{clinic}</div>}
        <OwnStamp id={protocol.id} />
        <Stamp standing={standing} />
      </div>
    </>
  );
}

const CODE_WORDS = { given: 'print.footer.code', content: 'print.footer.code.content' } as const;

/** Bottom of every page: which version, of when, and which page of how many. */
export function PageFooter({
  protocol,
  standing,
  printedAt,
  code,
  page,
  pages,
}: {
  protocol: Protocol;
  standing: Standing;
  printedAt: Date;
  code: SheetCode;
  page: number;
  pages: number;
}): ReactElement {
  const intl = useIntl();
  const { id, version, publisher, effectivePeriod, reviewBy, language } = protocol;
  const day = useDay();
  const printed = usePrintedAt();
  const { start, end } = effectivePeriod;
  const period =
    standing === 'draft'
      ? intl.formatMessage({ id: 'print.footer.dated' }, { start: day(start) })
      : end === null
        ? intl.formatMessage({ id: 'print.footer.from' }, { start: day(start) })
        : intl.formatMessage({ id: 'print.footer.fromTo' }, { start: day(start), end: day(end) });
  const facts = [
    period,
    intl.formatMessage({ id: 'print.footer.reviewBy' }, { day: day(reviewBy) }),
    intl.formatMessage(
      { id: 'print.footer.text' },
      { language: intl.formatDisplayName(language, { type: 'language' }) ?? language },
    ),
    printed(printedAt),
  ];
  return (
    <div className="pageFooterColumns">
      <div className="pageFooterText">
        <div className="pageFooterRow">
          <strong>{intl.formatMessage({ id: 'print.footer.edition' }, { id, version, publisher })}</strong>
          <OwnStamp id={id} />
          <Stamp standing={standing} />
          <strong className="pageNumber">{intl.formatMessage({ id: 'print.footer.page' }, { page, pages })}</strong>
        </div>
        <div className="pageFacts">
          <strong>
            {'code' in code
              ? intl.formatMessage({ id: CODE_WORDS[code.kind] }, { code: code.code })
              : intl.formatMessage({ id: `print.footer.code.${code.kind}` })}
          </strong>
          {code.kind !== 'none' && ` · ${intl.formatMessage({ id: 'print.footer.check' })}`}
          {` · ${facts.join(' · ')}`}
        </div>
      </div>
      {'code' in code && <CodeSymbol code={code.code} />}
      {code.kind === 'later' && <div className="codeSymbol" />}
    </div>
  );
}

function Stamp({ standing }: { standing: Standing }): ReactElement | null {
  const intl = useIntl();
  const id = toStampId(standing);
  return id === undefined ? null : <span className="stamp">{intl.formatMessage({ id })}</span>;
}

/** Stands on every page of what the clinic wrote itself, whatever its standing. */
function OwnStamp({ id }: { id: string }): ReactElement | null {
  const intl = useIntl();
  return isOwnId(id) ? <span className="stamp">{intl.formatMessage({ id: 'print.stamp.own' })}</span> : null;
}

/** When a page was printed, in words, by the clock of this computer. */
export function usePrintedAt(): (at: Date) => string {
  const intl = useIntl();
  return (at) =>
    intl.formatMessage(
      { id: 'print.footer.printed' },
      {
        day: intl.formatDate(at, { day: '2-digit', month: 'short', year: 'numeric' }),
        time: intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      },
    );
}

/** A calendar day in words. Days have no zone: they are shown as written. */
export function useDay(): (day: string) => string {
  const intl = useIntl();
  return (day) =>
    intl.formatDate(`${day}T00:00:00Z`, { timeZone: 'UTC', day: '2-digit', month: 'short', year: 'numeric' });
}
