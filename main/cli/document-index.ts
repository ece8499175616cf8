import type { Protocol } from '../../protocols/schema/protocol';
import type { Amount } from '../../protocols/schema/values';
import { walkBlocks, walkObjects } from '../../protocols/schema/walk-blocks';
import { findOpenItems } from './open-items';
import { RELEASE_GAPS } from './release-gaps';

type Mark = Amount['mark'];

const HEADS: Readonly<Record<Mark, string>> = {
  verified: 'Verified',
  'second-hand': 'Second-hand',
  recalled: 'Recalled',
  arithmetic: 'Worked out',
  local: 'Clinic sets',
};
const MARKS: readonly Mark[] = ['verified', 'second-hand', 'recalled', 'arithmetic', 'local'];

/** The index of a folder of protocols as Markdown: what there is, how well it is known, and what is still open. */
export function toIndex(protocols: readonly Protocol[]): string {
  const sorted = protocols.toSorted((a, b) =>
    a.id === b.id ? a.version.localeCompare(b.version, 'en', { numeric: true }) : a.id < b.id ? -1 : 1,
  );
  return [
    '# Protocol documents',
    'Written by `npm run protocols -- index`; edit the documents, not this page.\n' +
      'A draft is reference material that no clinician has signed. It is not for patient care.',
    '## Documents',
    toTable(
      ['Document', 'Version', 'Status', ...MARKS.map((mark) => HEADS[mark])],
      [
        ...sorted.map((protocol) => [
          `[${protocol.title}](${protocol.id}/${protocol.version}.md)`,
          protocol.version,
          protocol.status,
          ...MARKS.map((mark) => String(countMarked(protocol, mark))),
        ]),
        [
          'All',
          '',
          '',
          ...MARKS.map((mark) => String(sorted.reduce((sum, protocol) => sum + countMarked(protocol, mark), 0))),
        ],
      ],
    ),
    'The columns count amounts and times by what stands behind them. "Clinic sets" counts everything a clinic has to fill in, sentences included.',
    '## Gaps to close before release',
    toTable(
      ['Gap', 'Documents', 'What would close it'],
      RELEASE_GAPS.map(({ gap, documents, closes }) => [gap, documents.join(', '), closes]),
    ),
    'No document has been approved by a clinician.',
    '## What a clinic must set',
    ...sorted.flatMap((protocol) => {
      const items = findOpenItems(protocol);
      if (items.length === 0) return [];
      return [
        `### ${protocol.title}`,
        items
          .map(
            ({ blockId, what, know }) => `- ${toLine(what)} (\`${blockId}\`)${know === '' ? '' : `. ${toLine(know)}`}`,
          )
          .join('\n'),
      ];
    }),
  ]
    .join('\n\n')
    .concat('\n');
}

function countMarked(protocol: Protocol, mark: Mark): number {
  if (mark === 'local') return findOpenItems(protocol).length;
  const values = [...walkBlocks(protocol)]
    .flatMap(({ block, path }) => [...walkObjects(block, path)])
    .filter(({ node }) => 'value' in node || 'duration' in node);
  return values.filter(({ node }) => node['mark'] === mark).length;
}

function toTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map(toRow).join('\n');
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Prose of a document on one line. */
function toLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
