import { useSyncExternalStore } from 'react';
import { toDay } from '../../protocols/text/in-force';

const LOOK_EVERY_MS = 30_000;

/** Today's calendar day; a program left open overnight notices that an edition ended. */
export function useToday(): string {
  return useSyncExternalStore(watch, readToday);
}

function readToday(): string {
  return toDay(new Date());
}

function watch(changed: () => void): () => void {
  const timer = setInterval(changed, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
