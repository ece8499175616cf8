import { loadDocuments } from '../library/load-documents';
import { type Command, DOCUMENTS, readOptions } from './command';

/** Checks every document of a folder and names each problem with file and line. */
export const checkCommand: Command = {
  usage: `[FOLDER] [--json]`,
  about: `Checks every document below FOLDER (${DOCUMENTS} unless said) and names each problem with file, line and what to write.`,
  async run(args) {
    const { words, json } = readOptions(args, []);
    const { loaded, withheld } = await loadDocuments(words[0] ?? DOCUMENTS);
    const findings = withheld.flatMap(({ file, issues }) => issues.map((issue) => ({ file, ...issue })));
    if (json) console.log(JSON.stringify({ documents: loaded.length + withheld.length, findings }));
    else {
      for (const { file, line, path, message } of findings)
        console.log(`${file}${line === undefined ? '' : `:${line}`}${path === '' ? '' : ` ${path}`}: ${message}`);
      console.log(`${loaded.length} sound, ${withheld.length} with problems`);
    }
    return findings.length === 0 ? 0 : 1;
  },
};
