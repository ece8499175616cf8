import type { JournalPort } from '../store/journal-port';
import { bridge } from './bridge';

/** The record main keeps, through the bridge. */
export const journal: JournalPort = {
  state: () => bridge['journal:state'](),
  append: (records) => bridge['journal:append'](records),
  read: (after) => bridge['journal:read'](after),
  setDatabaseAside: () => bridge['journal:set-database-aside'](),
  onAppended: (listener) => bridge.on('journal:appended', listener),
};
