import type { Backups } from '../backup/backups';
import type { Handlers } from './handle';

/** Takes the clinic's notes to an encrypted file and back. */
export function backupHandlers(
  backups: Backups,
): Handlers<'backup:state' | 'backup:save' | 'backup:preview' | 'backup:restore' | 'backup:begin' | 'backup:end'> {
  return {
    'backup:state': async () => backups.automatic.state(),
    'backup:save': async (_sender, passphrase) => backups.save(passphrase),
    'backup:preview': async (_sender, passphrase) => backups.preview(passphrase),
    'backup:restore': async (sender, ticket) => {
      const restored = await backups.restore(ticket);
      if (restored.ok) sender.send('journal:appended', restored.value);
      return restored;
    },
    'backup:begin': async (_sender, passphrase) => backups.begin(passphrase),
    'backup:end': async () => backups.automatic.end(),
  };
}
