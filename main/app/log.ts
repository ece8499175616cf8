import { join } from 'node:path';
import log from 'electron-log/node';

// Only what happened to the program: never a clinical value, a note or a name.
log.transports.console.level = false;
log.transports.file.level = false;

/** Starts writing to `logs/main.log` in the data folder; rotated at a megabyte. */
export function startLog(dataFolder: string): void {
  log.transports.file.setAppName('Handrail'); // it would look for a package.json around where the program was started
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'main.log');
  log.transports.file.maxSize = 1_000_000;
  log.transports.file.level = 'info';
}

export { log };
