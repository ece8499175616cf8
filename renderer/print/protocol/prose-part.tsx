import type { ReactElement } from 'react';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { Prose } from '../../reader/prose';
import { ContestedWord, MarkWord, PaperValue } from '../page/paper-value';
import type { SheetPart } from '../page/sheet-part';
import type { Setting } from '../page/sheet-plan';

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** A passage of prose, a row for each of its paragraphs, lists and tables, so that a long one may go on over a page. */
export function toProsePart(block: BlockOf<'narrative'>, setting: Setting): SheetPart {
  const pieces = markdown
    .parse(block.md)
    .children.map(({ position }) => block.md.slice(position?.start.offset, position?.end.offset));
  return {
    id: block.id,
    className: 'rows prose',
    columns: ['number', 'text', 'sources'],
    head: () => null,
    rows: pieces.map((md, index) => (
      <ProseRow
        key={`${block.id}-${index + 1}`}
        block={block}
        md={md}
        place={{ first: index === 0, last: index === pieces.length - 1 }}
        {...setting}
      />
    )),
  };
}

function ProseRow({
  block,
  md,
  place,
  protocol,
  language,
  numbers,
}: { block: BlockOf<'narrative'>; md: string; place: { first: boolean; last: boolean } } & Setting): ReactElement {
  return (
    <tr>
      <td data-column="number" data-block-id={place.first ? block.id : undefined}>
        {place.first && numbers.get(block.id)}
      </td>
      <td data-column="text" lang={protocol.language}>
        {place.first && block.title !== undefined && <strong className="proseTitle">{block.title}</strong>}
        <Prose protocol={protocol} md={md} renderValue={(value) => <PaperValue value={value} language={language} />} />
        {place.last && (
          <>
            <MarkWord mark={block.mark} /> {block.contested !== undefined && <Disagreement text={block.contested} />}
          </>
        )}
      </td>
      <td data-column="sources">{place.last && block.sources?.join(' ')}</td>
    </tr>
  );
}

/** What other sources say instead. */
export function Disagreement({ text }: { text: string }): ReactElement {
  return (
    <span className="disagreement">
      <ContestedWord /> {text}
    </span>
  );
}
