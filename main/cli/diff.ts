import { checkRelease } from '../../protocols/changes/check-release';
import { type ProtocolDiff, diffProtocols, isEmptyDiff } from '../../protocols/changes/diff-protocols';
import { type RequiredBump, requiredBump } from '../../protocols/changes/required-bump';
import { toShownChange } from '../../protocols/changes/show-change';
import { type Command, DOCUMENTS, readOptions } from './command';
import { readEdition } from './read-edition';

/** Says what differs between two editions, what it means for the version, and whether the second may follow the first. */
export const diffCommand: Command = {
  usage: 'A B [--library FOLDER] [--json]',
  about: `Compares two documents by block, each a file or ID@VERSION (from ${DOCUMENTS} unless said): what changed, how far the version must rise.`,
  teaches: `Numbers keep their unit: 0.5 mg/kg → 0.75 mg/kg. Changed words of a text stand as [-old-]{+new+}.
  major   someone following the old text could now do what the new one forbids, or leave out what it requires
  minor   more is known: a source, a mark, a paragraph; nothing is done otherwise
  patch   wording, layout, spelling, codes
When the version of B is another, B is also judged as the edition after A: its version, retired ids, and changes[].
Exit 1 when B may not follow A; a difference alone is no finding.
  npm run protocols -- diff exa-session@1.0.0 exa-session@2.0.0
  npm run protocols -- diff exa-session@1.0.0 draft.md`,
  async run(args) {
    const { words, json, find } = readOptions(args, ['library']);
    const [a, b, ...more] = words;
    if (a === undefined || b === undefined || more.length > 0) throw new Error('say which two documents to compare');
    const folder = find('library') ?? DOCUMENTS;
    const [before, after] = [await readEdition(a, folder), await readEdition(b, folder)];
    const diff = diffProtocols(before, after);
    const needed = requiredBump(diff);
    const findings = before.version === after.version ? [] : checkRelease(before, after);
    if (json) console.log(JSON.stringify({ diff, bump: needed.bump, reasons: needed.reasons, findings }));
    else {
      for (const line of toLines(diff, needed)) console.log(line);
      for (const { path, message } of findings) console.log(`${b}${path === '' ? '' : ` ${path}`}: ${message}`);
    }
    return findings.length === 0 ? 0 : 1;
  },
};

function toLines(diff: ProtocolDiff, { bump, reasons }: RequiredBump): string[] {
  if (isEmptyDiff(diff)) return ['no difference'];
  const meaning = (what: string, path: string): string =>
    reasons.find((reason) => reason.what === what && reason.path === path)?.bump ?? '';
  return [
    ...diff.header.map((field) => `header ${field.path} (${meaning('header', field.path)}): ${toShownChange(field)}`),
    ...diff.sections.map(({ id, kind }) => `section ${id} ${kind} (patch)`),
    ...diff.blocks.flatMap((change) => {
      if (change.kind !== 'changed') return [`${change.id} ${change.kind} (${meaning(change.id, '')})`];
      const moved =
        change.movedFrom === undefined
          ? []
          : [`${change.id} moved from ${change.movedFrom} to ${change.section} (patch)`];
      const fields = change.fields.map(
        (field) => `${change.id} ${field.path} (${meaning(change.id, field.path)}): ${toShownChange(field)}`,
      );
      return [...moved, ...fields];
    }),
    `this is a ${bump} change`,
  ];
}
