import type { ReactElement, ReactNode } from 'react';
import type { Block } from '../../protocols/schema/blocks';
import { BlockNotes } from '../notes/block-notes';
import { NoteMarks } from '../notes/note-marks';
import styles from './block.module.css';
import { useReader } from './reader-context';

/** A block in its place: number, text, and the clinic's notes beside it. It can be scrolled to, focused and linked. */
export function BlockFrame({ block, children }: { block: Block; children: ReactNode }): ReactElement {
  const { protocol, numbers, anchor, sectionOf } = useReader();
  const number = numbers.get(block.id) ?? '';
  const sectionId = sectionOf.get(block.id) ?? '';
  return (
    <div className={styles['row']}>
      <div
        id={block.id}
        className={styles['block']}
        data-block-id={block.id}
        data-block-type={block.type}
        aria-current={anchor === block.id ? 'location' : undefined}
        tabIndex={-1}
      >
        <span className={styles['number']} aria-hidden="true">
          {number}
        </span>
        <div className={styles['body']}>
          {block.title !== undefined && block.type !== 'contraindication' && (
            <h3 lang={protocol.language}>{block.title}</h3>
          )}
          {children}
          <NoteMarks protocol={protocol} block={block} />
        </div>
      </div>
      <aside className={styles['notes']}>
        <BlockNotes protocol={protocol} block={block} sectionId={sectionId} number={number} />
      </aside>
    </div>
  );
}
