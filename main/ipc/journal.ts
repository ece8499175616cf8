import type { Journal } from '../journal/journal';
import type { Handlers } from './handle';

/** Writes down what the clinic adds, and reads it back. */
export function journalHandlers(journal: Journal): Handlers<'journal:state' | 'journal:append' | 'journal:read'> {
  return {
    'journal:state': async () => journal.state(),
    'journal:append': async (_sender, records) => journal.append(records),
    'journal:read': async (_sender, after) => journal.read(after),
  };
}
