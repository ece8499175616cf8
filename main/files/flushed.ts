import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A new file with all its bytes on the disk; throws where there is one of that name. */
export async function writeFlushed(file: string, content: string | Uint8Array | readonly string[]): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder durable: without it a power cut may take a new file whole. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there, and NTFS logs names itself
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder whose own name is on the disk too: what is flushed inside it is of no use under a name that a power cut took. */
export async function makeFolder(path: string): Promise<void> {
  if ((await mkdir(path, { recursive: true })) !== undefined) await syncFolder(dirname(path));
}
