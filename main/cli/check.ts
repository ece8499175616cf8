import { readFile, stat } from 'node:fs/promises';
import { checkRelease } from '../../protocols/changes/check-release';
import type { Issue } from '../../protocols/schema/result';
import { compareVersions } from '../../protocols/schema/versions';
import { type LoadedProtocol, loadDocuments } from '../library/load-documents';
import { toFindingLine } from './authored-files';
import { type Command, DOCUMENTS, readOptions } from './command';
import { Progress } from './progress';
import { parseDocument } from './read-edition';

type Finding = Issue & { file: string };

/** Checks documents one by one and, where several editions of one lie together, each as the successor of the one before. */
export const checkCommand: Command = {
  usage: `[FOLDER|FILE] [--json]`,
  about: `Checks every document below FOLDER (${DOCUMENTS} unless said) and names each problem with file, line and what to write.`,
  teaches: `Everything is told in one pass. A document with one problem is withheld whole, here as in the program.
Where a folder holds several editions of a document, each is also judged as the edition after the one before: its version
rises as far as what changed, ids that went are retired, changes[] names every touched block (diff shows the details).
  npm run protocols -- check
  npm run protocols -- check protocols/documents/exa-session/1.0.0.md
  npm run protocols -- check my-pack --json`,
  async run(args) {
    const { words, json } = readOptions(args, []);
    const place = words[0] ?? DOCUMENTS;
    const { documents, findings } = (await stat(place)).isDirectory()
      ? await checkFolder(place)
      : await checkFile(place);
    if (json) console.log(JSON.stringify({ documents, findings }));
    else {
      for (const finding of findings) console.log(toFindingLine(finding));
      const troubled = new Set(findings.map(({ file }) => file)).size;
      console.log(`${documents - troubled} sound, ${troubled} with problems`);
    }
    return findings.length === 0 ? 0 : 1;
  },
};

async function checkFolder(folder: string): Promise<{ documents: number; findings: Finding[] }> {
  const progress = new Progress('checking');
  const { loaded, withheld } = await loadDocuments(folder, (done, total) => progress.report(done, total));
  const findings = withheld.flatMap(({ file, issues }) => issues.map((issue) => ({ file, ...issue })));
  return { documents: loaded.length + withheld.length, findings: [...findings, ...checkEditions(loaded)] };
}

async function checkFile(file: string): Promise<{ documents: number; findings: Finding[] }> {
  const parsed = parseDocument(file, await readFile(file, 'utf8'));
  return { documents: 1, findings: parsed.ok ? [] : parsed.error.map((issue) => ({ file, ...issue })) };
}

function checkEditions(loaded: readonly LoadedProtocol[]): Finding[] {
  const previous = new Map<string, LoadedProtocol>();
  const ordered = loaded.toSorted((a, b) => compareVersions(a.protocol.version, b.protocol.version));
  return ordered.flatMap((next) => {
    const before = previous.get(next.protocol.id);
    previous.set(next.protocol.id, next);
    if (before === undefined) return [];
    return checkRelease(before.protocol, next.protocol).map((issue) => ({ file: next.file, ...issue }));
  });
}
