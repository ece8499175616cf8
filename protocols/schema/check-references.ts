import { findBrokenReferences, findTextReferences, resolveTextReference } from '../text/text-references';
import type { Readable } from './readable';
import type { Issue } from './result';
import { type Said, say } from './sentences';
import { walkBlocks, walkObjects } from './walk-blocks';

/** Ids are unique and references resolve, inside prose too. */
export function checkReferences(readable: Readable): Issue[] {
  return [...checkIds(readable), ...checkTargets(readable)];
}

function checkIds({ protocol }: Readable): Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: string, said: Said): void => {
    issues.push({ path, rule: 'duplicate-id', ...said });
  };
  const seen = new Map<string, string>();
  const claim = (id: string, path: string): void => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else if (id !== '') refuse(`${path}.id`, say('id-twice', { id, first }));
  };
  for (const [index, section] of protocol.sections.entries()) claim(section.id, `sections.${index}`);
  for (const { block, path } of walkBlocks(protocol)) {
    claim(block.id, path);
    const within = new Set<string>();
    for (const { node, path: at } of walkObjects(block, path)) {
      if (at === path || typeof node['id'] !== 'string') continue;
      if (within.has(node['id'])) refuse(`${at}.id`, say('id-twice-within', { id: node['id'] }));
      within.add(node['id']);
    }
  }
  const gone = new Set<string>();
  for (const [index, { id }] of protocol.retired.entries()) {
    if (seen.has(id)) refuse(`retired.${index}.id`, say('id-retired-used', { id }));
    if (gone.has(id)) refuse(`retired.${index}.id`, say('id-retired-twice', { id }));
    gone.add(id);
  }
  return issues;
}

function checkTargets(readable: Readable): Issue[] {
  const { protocol, unread, isNameless } = readable;
  const issues: Issue[] = [];
  const refuse = (path: string, said: Said): void => {
    issues.push({ path, rule: 'dangling-reference', ...said });
  };
  const sections = new Set(protocol.sections.map((section) => section.id));
  // Where an id is used twice, a reference means the first; the second is refused for itself.
  const blocks = new Map([...walkBlocks(protocol)].toReversed().map(({ block }) => [block.id, block]));
  // Of what could not be read, nobody can say that it does not exist.
  const mayExist = (id: string): boolean => unread.has(id) || (isNameless && !blocks.has(id));
  const known = (target: string): boolean => {
    const [id = '', item] = target.split('/');
    const block = blocks.get(id);
    if (mayExist(id)) return true;
    if (block === undefined) return item === undefined && sections.has(id);
    return item === undefined || [...walkObjects(block, '')].some(({ node }) => node['id'] === item);
  };
  const point = (target: unknown, path: string): void => {
    if (typeof target === 'string' && target.startsWith('#') && !known(target.slice(1)))
      refuse(path, say('target-missing', { target }));
  };
  for (const { block, path } of walkBlocks(protocol)) {
    for (const { node, path: at } of walkObjects(block, path)) {
      for (const field of ['see', 'goTo', 'dose']) point(node[field], `${at}.${field}`);
      if (Array.isArray(node['stop'])) for (const target of node['stop']) point(target, `${at}.stop`);
    }
    if (unread.has(block.id)) continue;
    if (block.type === 'narrative') {
      for (const reference of findTextReferences(block.md)) {
        if (mayExist(reference.split('.')[0] ?? '') || resolveTextReference(protocol, reference) !== undefined)
          continue;
        refuse(`${path}.md`, say('value-missing', { reference: `{{${reference}}}` }));
      }
      for (const broken of findBrokenReferences(block.md))
        refuse(`${path}.md`, say('value-broken', { reference: broken }));
      for (const [, target] of block.md.matchAll(/\]\((#[^)\s]*)\)/g)) point(target, `${path}.md`);
    }
    if (block.type === 'monitoring' && block.anchor !== 'session.start') {
      const [id = ''] = block.anchor.split('.');
      if (!mayExist(id) && blocks.get(id)?.type !== 'dose') refuse(`${path}.anchor`, say('anchor-missing', { id }));
    }
  }
  for (const [index, change] of protocol.changes.entries()) {
    if (change.label !== 'withdrawn' && !blocks.has(change.block) && !mayExist(change.block))
      refuse(`changes.${index}.block`, say('change-missing', { id: change.block }));
  }
  for (const [index, { replacedBy }] of protocol.retired.entries()) {
    if (replacedBy !== undefined && !known(replacedBy))
      refuse(`retired.${index}.replacedBy`, say('replacement-missing', { id: replacedBy }));
  }
  return issues;
}
