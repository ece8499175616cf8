import { type DataFolder, setDatabaseAside } from '../app/data-folder';
import type { Journal } from '../journal/journal';
import type { Handlers } from './handle';

/** Writes down what the clinic adds, and reads it back. */
export function journalHandlers(
  journal: Journal,
  data: DataFolder,
): Handlers<'journal:state' | 'journal:append' | 'journal:read' | 'journal:set-database-aside'> {
  return {
    'journal:state': async () => journal.state(),
    'journal:append': async (_sender, records) => journal.append(records),
    'journal:read': async (_sender, after) => journal.read(after),
    'journal:set-database-aside': async () => {
      const state = await journal.state();
      return 'sequence' in state && state.sequence > 0 && setDatabaseAside(data, new Date());
    },
  };
}
