import type { Protocol } from '../schema/protocol';
import type { Issue } from '../schema/result';
import { compareVersions } from '../schema/versions';
import { type BlockChange, diffProtocols } from './diff-protocols';
import { BUMPS, type Bump, type Reason, highest, requiredBump } from './required-bump';

/**
 * What keeps a document from being the next edition of another: a version that says less than what changed, ids that went
 * without a word or came back, and changes nobody is told of. Drafts nobody approved may still be corrected in place.
 */
export function checkRelease(previous: Protocol, next: Protocol): Issue[] {
  if (previous.id !== next.id)
    return [{ path: 'id', message: `is ${next.id}, but the edition before it is of ${previous.id}` }];
  const { blocks, ...rest } = diffProtocols(previous, next);
  return [
    ...checkVersion(previous, next, requiredBump({ blocks, ...rest }).reasons),
    ...checkIds(previous, next),
    ...checkChanges(next, blocks),
  ];
}

function checkVersion(previous: Protocol, next: Protocol, reasons: readonly Reason[]): Issue[] {
  if (compareVersions(next.version, previous.version) <= 0)
    return [
      { path: 'version', message: `${next.version} must be higher than ${previous.version}, the edition before it` },
    ];
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
      message: `${next.version} must be at least ${step(previous.version, needed)}, because this is a ${needed} change from ${previous.version} (${because.slice(0, 3).join('; ')}${more})`,
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
      message: `"${id}" was in ${previous.version} and is gone: add it to retired with the reason, or, if it is the same text reworded, write {#${id}} behind it`,
    })),
    ...forgotten.map((id) => ({
      path: 'retired',
      message: is.has(id)
        ? `"${id}" was retired in an earlier edition and may not be used again; take a new id`
        : `"${id}" was retired in an earlier edition and must stay in retired`,
    })),
    ...reused.map(([id, kind]) => ({
      path: '',
      message: `"${id}" was a ${was.get(id)} in ${previous.version} and is a ${kind} now: take a new id and retire the old one`,
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
          message: `does not name "${change.id}", which was ${change.kind}: add it with a label (${fitting.join(', ')}), a reason and sources`,
        },
      ];
    const { bump, reasons } = requiredBump({ header: [], sections: [], blocks: [change] });
    return entries.flatMap(({ label, index }) => {
      if (!fitting.includes(label))
        return [
          {
            path: `changes.${index}.label`,
            message: `"${change.id}" was ${change.kind}; ${label} does not say so, ${fitting.join(', ')} would`,
          },
        ];
      const isMore =
        bump === 'major' && !reasons.filter((each) => each.bump === 'major').every((each) => each.isDeclarable);
      return isMore && (label === 'editorial' || label === 'reviewed')
        ? [
            {
              path: `changes.${index}.label`,
              message: `"${change.id}" changes what is done; ${label} would hide that, amended or corrected says it`,
            },
          ]
        : [];
    });
  });
}
