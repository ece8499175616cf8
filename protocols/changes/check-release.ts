import type { Protocol } from '../schema/protocol';
import type { Issue } from '../schema/result';
import { say } from '../schema/sentences';
import { compareVersions } from '../schema/versions';
import { type BlockChange, diffProtocols } from './diff-protocols';
import { BUMPS, type Bump, type Reason, highest, requiredBump } from './required-bump';

/**
 * What keeps a document from being the next edition of another: a version that says less than what changed, ids that went
 * without a word or came back, and changes nobody is told of. Drafts nobody approved may still be corrected in place.
 */
export function checkRelease(previous: Protocol, next: Protocol): Issue[] {
  if (previous.id !== next.id)
    return [{ path: 'id', ...say('edition-other-id', { id: next.id, before: previous.id }) }];
  const { blocks, ...rest } = diffProtocols(previous, next);
  return [
    ...checkVersion(previous, next, requiredBump({ blocks, ...rest }).reasons),
    ...checkIds(previous, next),
    ...checkChanges(next, blocks),
  ];
}

function checkVersion(previous: Protocol, next: Protocol, reasons: readonly Reason[]): Issue[] {
  if (compareVersions(next.version, previous.version) <= 0)
    return [{ path: 'version', ...say('version-not-higher', { version: next.version, before: previous.version }) }];
  const declared = new Set(next.changes.filter(({ label }) => label === 'editorial').map(({ block }) => block));
  const counted = reasons.map((reason) =>
    reason.isDeclarable && declared.has(reason.what) ? { ...reason, bump: 'patch' as const } : reason,
  );
  const needed = highest(counted.map(({ bump }) => bump));
  if (BUMPS.indexOf(toStep(previous.version, next.version)) >= BUMPS.indexOf(needed)) return [];
  const because = counted.filter(({ bump }) => bump === needed).map(({ what, why }) => `${what}: ${why}`);
  const more = because.length > 3 ? `; and ${because.length - 3} more` : '';
  return [
    {
      path: 'version',
      ...say('version-too-low', {
        version: next.version,
        needed: step(previous.version, needed),
        bump: needed,
        before: previous.version,
        because: `${because.slice(0, 3).join('; ')}${more}`,
        what: [...new Set(counted.filter(({ bump }) => bump === needed).map(({ what }) => what))]
          .slice(0, 3)
          .join(', '),
      }),
    },
  ];
}

/** Which part of the version rose. */
export function toStep(from: string, to: string): Bump {
  const [was, is] = [from.split('.'), to.split('.')];
  const rose = ['major', 'minor', 'patch'] as const;
  return rose[is.findIndex((part, index) => part !== was[index])] ?? 'none';
}

function step(version: string, bump: Bump): string {
  const [major = '0', minor = '0', patch = '0'] = version.split('.');
  if (bump === 'major') return `${BigInt(major) + 1n}.0.0`;
  return bump === 'minor' ? `${major}.${BigInt(minor) + 1n}.0` : `${major}.${minor}.${BigInt(patch) + 1n}`;
}

function checkIds(previous: Protocol, next: Protocol): Issue[] {
  const [was, is] = [toIds(previous), toIds(next)];
  const retired = new Set(next.retired.map(({ id }) => id));
  const gone = [...was.keys()].filter((id) => !is.has(id) && !retired.has(id));
  const forgotten = previous.retired.map(({ id }) => id).filter((id) => !retired.has(id));
  const reused = [...is].filter(([id, kind]) => was.has(id) && was.get(id) !== kind);
  return [
    ...gone.map((id) => ({
      path: 'retired',
      ...say('part-gone', { id, before: previous.version }),
    })),
    ...forgotten.map((id) => ({
      path: 'retired',
      ...say(is.has(id) ? 'retired-reused' : 'retired-forgotten', { id }),
    })),
    ...reused.map(([id, kind]) => ({
      path: '',
      ...say('part-other-kind', { id, was: was.get(id) ?? '', before: previous.version, is: kind }),
    })),
  ];
}

/** Everything others may point to, and what it is. */
function toIds({ sections }: Protocol): Map<string, string> {
  return new Map(
    sections.flatMap(
      ({ id, blocks }) => [[id, 'section'], ...blocks.map((block) => [block.id, block.type])] as [string, string][],
    ),
  );
}

const LABELS: Readonly<Record<BlockChange['kind'], readonly string[]>> = {
  added: ['new', 'moved'],
  removed: ['withdrawn', 'moved'],
  changed: ['amended', 'corrected', 'editorial', 'moved', 'reviewed'],
};

function checkChanges(next: Protocol, blocks: readonly BlockChange[]): Issue[] {
  return blocks.flatMap((change): Issue[] => {
    const entries = next.changes.flatMap((entry, index) => (entry.block === change.id ? [{ ...entry, index }] : []));
    const fitting = LABELS[change.kind];
    if (entries.length === 0)
      return [
        {
          path: 'changes',
          ...say('change-unnamed', { id: change.id, kind: change.kind, labels: fitting.join(', ') }),
        },
      ];
    const { bump, reasons } = requiredBump({ header: [], sections: [], blocks: [change] });
    return entries.flatMap(({ label, index }) => {
      if (!fitting.includes(label))
        return [
          {
            path: `changes.${index}.label`,
            ...say('change-label', { id: change.id, kind: change.kind, label, labels: fitting.join(', ') }),
          },
        ];
      const isMore =
        bump === 'major' && !reasons.filter((each) => each.bump === 'major').every((each) => each.isDeclarable);
      return isMore && (label === 'editorial' || label === 'reviewed')
        ? [
            {
              path: `changes.${index}.label`,
              ...say('change-hidden', { id: change.id, label }),
            },
          ]
        : [];
    });
  });
}
