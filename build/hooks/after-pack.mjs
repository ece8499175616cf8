// Takes out what an unpacked Electron brings along and an installed app has no use for: the app it shows when it is given none,
// and the note of its version. electron-builder does so itself for an Electron it has downloaded, but not for a folder.
import { rm } from 'node:fs/promises';
import path from 'node:path';

export default async function afterPack({ appOutDir, packager }) {
  for (const file of leftovers(appOutDir, packager)) await rm(file, { force: true });
}

/** The files to take out; on macOS the resources lie inside the app. */
export function leftovers(appOutDir, packager) {
  return [path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), path.join(appOutDir, 'version')];
}
