import { type ReactElement, type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { LONGEST_AUTHOR } from '../../protocols/notes/note';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import styles from './notes.module.css';
import { useFormKeys } from './use-form-keys';

/** A question in place: its first control takes the focus, Escape leaves it. */
export function Ask({
  onSubmit,
  onLeave,
  children,
}: {
  onSubmit: (event: SubmitEvent) => void;
  onLeave: () => void;
  children: ReactNode;
}): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, button')?.focus(), []);
  useFormKeys(form, { onEscape: onLeave });
  return (
    <form ref={form} className={styles['ask']} onSubmit={onSubmit}>
      {children}
    </form>
  );
}

/** A decision somebody signs with a name. */
export function SignedAsk({
  name: first,
  label,
  missing,
  doLabel,
  leaveLabel,
  stop = false,
  isReady = true,
  onSign,
  onLeave,
  children,
}: {
  /** Offered as the name; empty where whoever answers for it must type it. */
  name: string;
  label: ReactNode;
  missing: ReactNode;
  doLabel: ReactNode;
  leaveLabel: ReactNode;
  stop?: boolean;
  isReady?: boolean;
  onSign: (name: string) => void;
  onLeave: () => void;
  children?: ReactNode;
}): ReactElement {
  const [name, setName] = useState(first);
  const [isMissing, setMissing] = useState(false);
  return (
    <Ask
      onLeave={onLeave}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') setMissing(true);
        else if (isReady) onSign(name.trim());
      }}
    >
      {children}
      <TextField
        label={label}
        value={name}
        maxLength={LONGEST_AUTHOR}
        aria-invalid={isMissing}
        onChange={(event) => {
          setName(event.target.value);
          setMissing(false);
        }}
      />
      <p className={styles['problem']} role="alert">
        {isMissing && missing}
      </p>
      <div className={styles['actions']}>
        <Button type="submit" look={stop ? 'stop' : 'primary'} disabled={!isReady}>
          {doLabel}
        </Button>
        <Button onClick={onLeave}>{leaveLabel}</Button>
      </div>
    </Ask>
  );
}
