import type { Block } from '../schema/blocks';
import { type Meaning, findHeaderMeaning, findMeaning } from './change-rules';
import type { FieldChange } from './diff-fields';
import type { BlockChange, ProtocolDiff } from './diff-protocols';
import { changesClinically } from './diff-words';

export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof BUMPS)[number];

/** One change and the least step of the version it takes. */
export interface Reason {
  readonly bump: Exclude<Bump, 'none'>;
  /** The block, section or header field. */
  readonly what: string;
  readonly path: string;
  readonly why: string;
  /** Only words of an instruction changed, no number, comparison or negation: a person may declare it editorial. */
  readonly isDeclarable: boolean;
}

export interface RequiredBump {
  readonly bump: Bump;
  readonly reasons: readonly Reason[];
}

/** The least step of the version that tells readers what a diff means for them. */
export function requiredBump(diff: ProtocolDiff): RequiredBump {
  const reasons = [
    ...diff.header.map((field) => toReason('header', field, findHeaderMeaning(field.path))),
    ...diff.sections.map(({ id, kind }) => reason('patch', id === '' ? 'sections' : id, '', `section ${kind}`)),
    ...diff.blocks.flatMap(listBlockReasons),
  ];
  return { bump: highest(reasons.map(({ bump }) => bump)), reasons };
}

export function highest(bumps: readonly Bump[]): Bump {
  return BUMPS.toReversed().find((bump) => bumps.includes(bump)) ?? 'none';
}

/** Blocks that say what to do or not to do: with one more or one less, care differs. */
const ACTED_ON = new Set<Block['type']>(['dose', 'monitoring', 'contraindication', 'interaction', 'adverse-response']);

function listBlockReasons(change: BlockChange): Reason[] {
  if (change.kind !== 'changed') {
    const block = change.kind === 'added' ? change.after : change.before;
    const isActedOn = ACTED_ON.has(block.type) || (block.type === 'checklist' && holdsRequired(block));
    return [reason(isActedOn ? 'major' : 'minor', change.id, '', `${block.type} ${change.kind}`)];
  }
  const moved =
    change.movedFrom === undefined ? [] : [reason('patch', change.id, '', `moved from ${change.movedFrom}`)];
  return [...moved, ...change.fields.map((field) => toReason(change.id, field, meaningIn(change, field)))];
}

function holdsRequired(block: Block & { type: 'checklist' }): boolean {
  return block.phases.some((phase) => phase.items.some((item) => item.required));
}

function meaningIn(change: BlockChange & { kind: 'changed' }, field: FieldChange): Meaning {
  const { before, after } = change;
  if (before.type !== after.type) return 'clinical';
  if (after.type !== 'checklist' || before.type !== 'checklist') return findMeaning(after.type, field.path);
  const item = /^phases\.(?<phase>[^.]+)\.items\.(?<id>[^.]+)/.exec(field.path)?.groups;
  if (item === undefined) return findMeaning('checklist', field.path);
  const isRequired = [before, after].some((block) =>
    block.phases.some(({ items }) => items.some(({ id, required }) => id === item['id'] && required)),
  );
  // What nobody has to do may change without anybody acting otherwise.
  return isRequired ? findMeaning('checklist', field.path) : 'information';
}

function toReason(what: string, field: FieldChange, meaning: Meaning): Reason {
  const { path, kind } = field;
  const name = `${path === '' ? 'order' : path} ${kind}`;
  if (meaning === 'clinical') return reason('major', what, path, `${name}: changes what is done`);
  if (meaning === 'information') return reason('minor', what, path, `${name}: information`);
  if (meaning === 'code') return reason('patch', what, path, name);
  const texts = [field.before, field.after].map((text) => (typeof text === 'string' ? text : undefined));
  if (field.words === undefined) {
    // A text that came or went: words around what is done are information, an instruction is not.
    return meaning === 'wording' && !texts.some((text) => /\d/.test(text ?? ''))
      ? reason('minor', what, path, `${name}: information`)
      : reason('major', what, path, `${name}: changes what is done`);
  }
  if (changesClinically(field.words))
    return reason('major', what, path, `${name}: a number, unit, comparison or negation differs`);
  if (meaning === 'wording' || isSameToTheEye(texts)) return reason('patch', what, path, `${name}: wording`);
  return { bump: 'major', what, path, why: `${name}: the words of an instruction differ`, isDeclarable: true };
}

function isSameToTheEye(texts: readonly (string | undefined)[]): boolean {
  const [before, after] = texts.map((text) =>
    (text ?? '')
      .normalize('NFD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase(),
  );
  return before === after;
}

function reason(bump: Reason['bump'], what: string, path: string, why: string): Reason {
  return { bump, what, path, why, isDeclarable: false };
}
