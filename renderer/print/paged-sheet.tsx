import { type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Paper } from '../../protocols/contract/calls';
import { measureParts } from './measure-parts';
import { type Slice, paginate } from './paginate';

/** A part of a sheet: one whole, or a table whose rows may go on over the next page under the same head. */
export type SheetPart =
  | { readonly id: string; readonly node: ReactNode; readonly fills?: boolean }
  | {
      readonly id: string;
      readonly className: string;
      /** Names of the columns, by which the stylesheet sets their widths. */
      readonly columns: readonly string[];
      readonly head: (continued: boolean) => ReactNode;
      readonly rows: readonly ReactElement[];
    };

interface Props {
  readonly paper: Paper;
  readonly header: ReactNode;
  readonly renderFooter: (page: number, pages: number) => ReactNode;
  /** What stands above the parts on the first page, and on each later one. */
  readonly first: ReactNode;
  readonly later: ReactNode;
  readonly parts: readonly SheetPart[];
  /** Called once, when the pages stand; without a number when a part is longer than a page. */
  readonly onLaidOut: (pages: number | undefined) => void;
}

/**
 * Lays a sheet out on pages of its own, header and footer on each: what a printer gets through `print()` has no other
 * way to carry them. Renders everything once to measure it, then the pages.
 */
export function PagedSheet(props: Props): ReactElement {
  const [pages, setPages] = useState<Slice[][]>();
  const element = useRef<HTMLDivElement>(null);
  const { onLaidOut } = props;

  useLayoutEffect(() => {
    const sheet = element.current;
    if (sheet === null) return;
    if (pages !== undefined) {
      onLaidOut(isOverfull(sheet) ? undefined : pages.length);
      return;
    }
    // The first rendering asks for the fonts; heights mean nothing before they are here.
    const layOut = async (): Promise<void> => {
      await document.fonts.ready;
      const { parts, space } = measureParts(sheet);
      const result = paginate(parts, space);
      if (result.ok) setPages(result.value);
      else onLaidOut(undefined);
    };
    void layOut();
  }, [pages, onLaidOut]);

  return (
    <div ref={element} data-paper={props.paper} className="sheet">
      {pages === undefined ? (
        <Unpaged {...props} />
      ) : (
        pages.map((page, index) => <Page key={toKey(page)} {...props} slices={page} index={index} of={pages.length} />)
      )}
    </div>
  );
}

function Page({
  header,
  renderFooter,
  first,
  later,
  parts,
  slices,
  index,
  of,
}: Props & { slices: readonly Slice[]; index: number; of: number }): ReactElement {
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
function Unpaged({ header, renderFooter, first, later, parts }: Props): ReactElement {
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
  if ('node' in part) {
    return (
      <div data-part={part.id} className={part.fills === true ? 'part fills' : 'part'}>
        {part.node}
      </div>
    );
  }
  return (
    <table data-part={part.id} className={`part ${part.className}`}>
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

/** The last look before a sheet is let go: nothing may stand over the footer or off the page. */
function isOverfull(sheet: HTMLElement): boolean {
  return [...sheet.querySelectorAll('.pageBody')].some(
    (body) => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1,
  );
}
