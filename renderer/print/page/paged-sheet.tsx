import { type ReactElement, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Paper } from '../../../protocols/contract/calls';
import { measureParts } from './measure-parts';
import { PageOfPart } from './page-of-part';
import { type Slice, paginate } from './paginate';
import type { Attempt, Orientation, SheetPart } from './sheet-part';

interface Props {
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly header: ReactNode;
  readonly renderFooter: (page: number, pages: number) => ReactNode;
  /** What stands above the parts on the first page, and on each later one. */
  readonly first: ReactNode;
  readonly later: ReactNode;
  readonly attempts: readonly Attempt[];
  /** Called once, when the pages stand; without a number when no attempt fits its pages. */
  readonly onLaidOut: (pages: number | undefined) => void;
}

const NOTHING: Attempt = { parts: [] };

/**
 * Lays a sheet out on pages of its own, header and footer on each: what a printer gets through `print()` has no other
 * way to carry them. Renders everything once to measure it, then the pages; where they are too many, the next attempt.
 */
export function PagedSheet(props: Props): ReactElement {
  const { attempts, onLaidOut, paper, orientation } = props;
  const [turn, setTurn] = useState(0);
  const [pages, setPages] = useState<Slice[][]>();
  const element = useRef<HTMLDivElement>(null);
  const attempt = attempts[turn] ?? NOTHING;

  useLayoutEffect(() => {
    const sheet = element.current;
    if (sheet === null) return;
    if (pages !== undefined) {
      onLaidOut(isOverfull(sheet) ? undefined : pages.length);
      return;
    }
    const layOut = async (): Promise<void> => {
      // A first reckoning asks for the fonts; heights mean nothing before they are here.
      sheet.getBoundingClientRect();
      await document.fonts.ready;
      const { parts, space } = measureParts(sheet, orientation);
      const result = paginate(parts, space);
      if (result.ok && result.value.length <= (attempt.mostPages ?? Number.POSITIVE_INFINITY)) setPages(result.value);
      else if (turn + 1 < attempts.length) setTurn(turn + 1);
      else onLaidOut(undefined);
    };
    void layOut();
  }, [pages, attempt, attempts.length, turn, orientation, onLaidOut]);

  const pageOfPart = useMemo(() => toPageOfPart(pages, attempt.parts), [pages, attempt]);

  return (
    <PageOfPart value={pageOfPart}>
      <div ref={element} data-paper={paper} data-orientation={orientation} data-look={attempt.look} className="sheet">
        {pages === undefined ? (
          <Unpaged key={turn} {...props} parts={attempt.parts} />
        ) : (
          pages.map((page, index) => (
            <Page key={toKey(page)} {...props} parts={attempt.parts} slices={page} index={index} of={pages.length} />
          ))
        )}
      </div>
    </PageOfPart>
  );
}

type WithParts = Props & { readonly parts: readonly SheetPart[] };

function Page({
  header,
  renderFooter,
  first,
  later,
  parts,
  slices,
  index,
  of,
}: WithParts & { slices: readonly Slice[]; index: number; of: number }): ReactElement {
  return (
    <div className="page">
      <header className="pageHeader">{header}</header>
      <div className="pageBody">
        <div className="pageTop">{index === 0 ? first : later}</div>
        {slices.map(({ part: at, rows: [from, to] = [0, undefined] }) => {
          const part = parts[at];
          return part && <Part key={part.id} part={part} from={from} to={to} />;
        })}
      </div>
      <footer className="pageFooter">{renderFooter(index + 1, of)}</footer>
    </div>
  );
}

/** Everything at once, and an empty page beside it whose body tells how much room there is. */
function Unpaged({ header, renderFooter, first, later, parts }: WithParts): ReactElement {
  return (
    <>
      <div className="page">
        <header className="pageHeader">{header}</header>
        <div className="pageBody" data-measure="room" />
        <footer className="pageFooter">{renderFooter(88, 88)}</footer>
      </div>
      <div className="pageBody measured">
        <div className="pageTop" data-measure="first">
          {first}
        </div>
        <div className="pageTop" data-measure="later">
          {later}
        </div>
        {parts.map((part) => (
          <Part key={part.id} part={part} from={0} to={undefined} />
        ))}
      </div>
    </>
  );
}

function Part({ part, from, to }: { part: SheetPart; from: number; to: number | undefined }): ReactElement {
  const marks = { 'data-part': part.id, 'data-keep': part.keep === true ? '' : undefined };
  if ('node' in part) {
    const classes = ['part', part.fills === true ? 'fills' : '', part.className ?? ''];
    return (
      <div {...marks} className={classes.filter(Boolean).join(' ')}>
        {part.node}
      </div>
    );
  }
  return (
    <table {...marks} className={`part ${part.className}`}>
      <colgroup>
        {part.columns.map((column) => (
          <col key={column} data-column={column} />
        ))}
      </colgroup>
      <thead>{part.head(from > 0)}</thead>
      <tbody>{part.rows.slice(from, to)}</tbody>
    </table>
  );
}

/** A page is known by what it begins with. */
function toKey([slice]: readonly Slice[]): string {
  return slice === undefined ? 'top' : `${slice.part}-${slice.rows?.[0] ?? 0}`;
}

function toPageOfPart(pages: Slice[][] | undefined, parts: readonly SheetPart[]): ReadonlyMap<string, number> {
  const pageOf = new Map<string, number>();
  for (const [index, page] of (pages ?? []).entries()) {
    for (const { part } of page) {
      const id = parts[part]?.id ?? '';
      if (!pageOf.has(id)) pageOf.set(id, index + 1);
    }
  }
  return pageOf;
}

/** The last look before a sheet is let go: nothing may stand over the footer or off the page. */
function isOverfull(sheet: HTMLElement): boolean {
  return [...sheet.querySelectorAll('.pageBody')].some(
    (body) => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1,
  );
}
