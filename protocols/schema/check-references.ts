import { findBrokenReferences, findTextReferences, resolveTextReference } from '../text/text-references';
import type { Readable } from './readable';
import type { Issue } from './result';
import { walkBlocks, walkObjects } from './walk-blocks';

/** Ids are unique and references resolve, inside prose too. */
export function checkReferences(readable: Readable): Issue[] {
  return [...checkIds(readable), ...checkTargets(readable)];
}

function checkIds({ protocol }: Readable): Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: string, message: string): void => {
    issues.push({ path, rule: 'duplicate-id', message });
  };
  const seen = new Map<string, string>();
  const claim = (id: string, path: string): void => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else if (id !== '') refuse(`${path}.id`, `the id "${id}" is used twice, first at ${first}; write another id here`);
  };
  for (const [index, section] of protocol.sections.entries()) claim(section.id, `sections.${index}`);
  for (const { block, path } of walkBlocks(protocol)) {
    claim(block.id, path);
    const within = new Set<string>();
    for (const { node, path: at } of walkObjects(block, path)) {
      if (at === path || typeof node['id'] !== 'string') continue;
      if (within.has(node['id']))
        refuse(`${at}.id`, `the id "${node['id']}" is used twice in this block; write another id here`);
      within.add(node['id']);
    }
  }
  const gone = new Set<string>();
  for (const [index, { id }] of protocol.retired.entries()) {
    if (seen.has(id))
      refuse(`retired.${index}.id`, `"${id}" was retired and may not be used again; give the new part another id`);
    if (gone.has(id)) refuse(`retired.${index}.id`, `"${id}" is retired twice; keep one of the two`);
    gone.add(id);
  }
  return issues;
}

function checkTargets(readable: Readable): Issue[] {
  const { protocol, unread, isNameless } = readable;
  const issues: Issue[] = [];
  const refuse = (path: string, message: string): void => {
    issues.push({ path, rule: 'dangling-reference', message });
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
      refuse(path, `points to ${target}, which is not in this protocol; write the id of a block or section`);
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
        refuse(
          `${path}.md`,
          `{{${reference}}} does not name a value of this protocol; write {{block.field}}, such as {{dose-iv.amount.usual}}`,
        );
      }
      for (const broken of findBrokenReferences(block.md))
        refuse(`${path}.md`, `${broken} is not a reference; write {{block.field}}, such as {{dose-iv.amount.usual}}`);
      for (const [, target] of block.md.matchAll(/\]\((#[^)\s]*)\)/g)) point(target, `${path}.md`);
    }
    if (block.type === 'monitoring' && block.anchor !== 'session.start') {
      const [id = ''] = block.anchor.split('.');
      if (!mayExist(id) && blocks.get(id)?.type !== 'dose')
        refuse(
          `${path}.anchor`,
          `"${id}" is not a dose of this protocol; write session.start, or a dose id with .start or .end`,
        );
    }
  }
  for (const [index, change] of protocol.changes.entries()) {
    if (change.label !== 'withdrawn' && !blocks.has(change.block) && !mayExist(change.block))
      refuse(`changes.${index}.block`, `"${change.block}" is not a block of this protocol; write the id of one`);
  }
  for (const [index, { replacedBy }] of protocol.retired.entries()) {
    if (replacedBy !== undefined && !known(replacedBy))
      refuse(`retired.${index}.replacedBy`, `"${replacedBy}" is not in this protocol; write the id of a block of it`);
  }
  return issues;
}
