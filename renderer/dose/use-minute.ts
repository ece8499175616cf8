import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

/** The present minute; what counts time since something is told again when it has passed. */
export function useMinute(): Date {
  const minute = useSyncExternalStore(watch, readMinute);
  return new Date(minute);
}

function readMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}

function watch(changed: () => void): () => void {
  const timer = setInterval(changed, 5_000);
  return () => clearInterval(timer);
}
