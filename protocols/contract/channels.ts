import type { Calls, Events } from './calls';

export type CallName = keyof Calls;
export type EventName = keyof Events;

// Written out so that the preload script needs no schema; the compiler names a call that is missing from here.
const CALLS: Record<CallName, true> = {
  'app:about': true,
  'library:list': true,
  'library:open': true,
  'library:search-index': true,
  'library:export': true,
  'journal:state': true,
  'journal:append': true,
  'journal:read': true,
  'journal:set-database-aside': true,
  'backup:state': true,
  'backup:save': true,
  'backup:preview': true,
  'backup:restore': true,
  'backup:begin': true,
  'backup:end': true,
  'settings:read': true,
  'settings:write': true,
  'print:prepare': true,
  'print:save-pdf': true,
  'print:to-printer': true,
  'print:recalls': true,
  'print:job': true,
  'print:laid-out': true,
  'binder:make': true,
  'exchange:begin': true,
  'exchange:write': true,
  'exchange:finish': true,
  'exchange:open': true,
  'exchange:gather': true,
  'exchange:take': true,
};
const EVENTS: Record<EventName, true> = {
  'journal:appended': true,
  'library:changed': true,
  'backup:changed': true,
  'settings:changed': true,
};

export const CALL_NAMES = Object.keys(CALLS) as CallName[];
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];

/** What preload puts on `window.bridge`: one method per call, and one to listen to main. */
export type Bridge = {
  readonly [Name in CallName]: (...args: Parameters<Calls[Name]>) => Promise<ReturnType<Calls[Name]>>;
} & {
  /** Returns the function that ends the subscription. */
  readonly on: <Name extends EventName>(name: Name, listener: (detail: Events[Name]) => void) => () => void;
};
