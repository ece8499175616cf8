// npm run types: checks every room. TypeScript 7.0.2 goes on reporting an error that lay in a JSON file after the file was
// mended, from what it remembers between runs; so an error counts only if it is there without that too.
import fs from 'node:fs';
import path from 'node:path';
import { isEntry, main, root, run, toolCommand } from './run.mjs';

/** Checks the types below a folder; answers with the exit code. Only what is reported last is printed. */
export function checkTypes(top = root) {
  const command = [...toolCommand('typescript', 'tsc'), '-b'];
  if (run(command, { cwd: top, stdio: 'ignore' }) === 0) return 0;
  const remembered = path.join(top, 'out/types');
  for (const name of fs.existsSync(remembered) ? fs.readdirSync(remembered) : [])
    if (name.endsWith('.tsbuildinfo')) fs.rmSync(path.join(remembered, name));
  return run(command, { cwd: top });
}

if (isEntry(import.meta)) await main(() => checkTypes());
