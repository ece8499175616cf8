import type { ComponentProps, ReactElement } from 'react';
import styles from './controls.module.css';

type Look = 'plain' | 'primary' | 'stop' | 'quiet';

export function buttonClass(look: Look = 'plain'): string {
  return [styles['button'], look === 'plain' ? '' : styles[look]].filter(Boolean).join(' ');
}

export function Button({
  look = 'plain',
  type = 'button',
  className,
  ...rest
}: ComponentProps<'button'> & { look?: Look }): ReactElement {
  return <button {...rest} type={type} className={[buttonClass(look), className].filter(Boolean).join(' ')} />;
}
