import { CircleCheck, Info, OctagonAlert, Pencil, StickyNote, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import styles from './controls.module.css';
import './tone.css';

export type Tone = 'stop' | 'caution' | 'done' | 'info' | 'draft' | 'note';

// Shape, word and colour for every state: colour alone carries nothing.
const SHAPES = {
  stop: OctagonAlert,
  caution: TriangleAlert,
  done: CircleCheck,
  info: Info,
  draft: Pencil,
  note: StickyNote,
} as const;

export function ToneIcon({ tone, size = 18 }: { tone: Tone; size?: number }): ReactElement {
  const Shape = SHAPES[tone];
  return <Shape size={size} aria-hidden="true" />;
}

export function Chip({ tone, children }: { tone: Tone; children: ReactNode }): ReactElement {
  return (
    <span className={styles['chip']} data-tone={tone}>
      <ToneIcon tone={tone} size={13} />
      {children}
    </span>
  );
}

/** In-place message. `alert` for what stops the reader; the title says what to do, not "Warning". */
export function Banner({
  tone,
  title,
  children,
  role,
}: {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  role?: 'alert' | 'status';
}): ReactElement {
  return (
    <div className={styles['banner']} data-tone={tone} role={role}>
      <ToneIcon tone={tone} size={20} />
      <div>
        <div className={styles['bannerTitle']}>{title}</div>
        {children}
      </div>
    </div>
  );
}
