import type { Protocol } from './protocol';
import type { Issue } from './result';
import { findTextReferences, resolveTextReference } from '../text/text-references';
import { walkBlocks, walkObjects } from './walk-blocks';

/** Ids are unique, references resolve, every source named is listed and every source listed is cited. */
export function checkReferences(protocol: Protocol): Issue[] {
  return [...checkIds(protocol), ...checkSources(protocol), ...checkTargets(protocol)];
}

function checkIds(protocol: Protocol): Issue[] {
  const issues: Issue[] = [];
  const seen = new Map<string, string>();
  const claim = (id: string, path: string): void => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else issues.push({ path: `${path}.id`, message: `the id "${id}" is used twice, first at ${first}` });
  };
  for (const [index, section] of protocol.sections.entries()) claim(section.id, `sections.${index}`);
  for (const { block, path } of walkBlocks(protocol)) {
    claim(block.id, path);
    const within = new Set<string>();
    for (const { node, path: at } of walkObjects(block, path)) {
      if (at === path || typeof node['id'] !== 'string') continue;
      if (within.has(node['id']))
        issues.push({ path: `${at}.id`, message: `the id "${node['id']}" is used twice in this block` });
      within.add(node['id']);
    }
  }
  for (const [index, entry] of protocol.retired.entries()) {
    if (seen.has(entry.id)) {
      issues.push({ path: `retired.${index}.id`, message: `"${entry.id}" was retired and may not be used again` });
    }
  }
  return issues;
}

function checkSources(protocol: Protocol): Issue[] {
  const issues: Issue[] = [];
  const listed = new Set<string>();
  for (const [index, source] of protocol.sources.entries()) {
    if (listed.has(source.id))
      issues.push({ path: `sources.${index}.id`, message: `source ${source.id} is listed twice` });
    listed.add(source.id);
  }
  const cited = new Set<string>();
  const cite = (keys: unknown, path: string): void => {
    if (!Array.isArray(keys)) return;
    for (const key of keys) {
      cited.add(String(key));
      if (!listed.has(String(key)))
        issues.push({ path, message: `cites ${String(key)}, which sources[] does not list` });
    }
  };
  for (const { block, path } of walkBlocks(protocol)) {
    for (const { node, path: at } of walkObjects(block, path)) cite(node['sources'], `${at}.sources`);
  }
  for (const [index, change] of protocol.changes.entries()) cite(change.sources, `changes.${index}.sources`);
  for (const [index, source] of protocol.sources.entries()) {
    if (!cited.has(source.id))
      issues.push({ path: `sources.${index}`, message: `nobody cites source ${source.id}; remove it or cite it` });
  }
  return issues;
}

function checkTargets(protocol: Protocol): Issue[] {
  const issues: Issue[] = [];
  const blocks = new Map([...walkBlocks(protocol)].map(({ block }) => [block.id, block]));
  const known = (reference: string): boolean => {
    const [id = '', item] = reference.slice(1).split('/');
    const block = blocks.get(id);
    if (block === undefined) return item === undefined && protocol.sections.some((section) => section.id === id);
    return item === undefined || [...walkObjects(block, '')].some(({ node }) => node['id'] === item);
  };
  for (const { block, path } of walkBlocks(protocol)) {
    for (const { node, path: at } of walkObjects(block, path)) {
      for (const field of ['see', 'goTo', 'dose']) {
        const target = node[field];
        if (typeof target === 'string' && !known(target))
          issues.push({ path: `${at}.${field}`, message: `points to ${target}, which is not in this protocol` });
      }
      const stops = node['stop'];
      if (Array.isArray(stops)) {
        for (const target of stops.map(String)) {
          if (!known(target))
            issues.push({ path: `${at}.stop`, message: `points to ${target}, which is not in this protocol` });
        }
      }
    }
    if (block.type === 'narrative') {
      for (const reference of findTextReferences(block.md)) {
        if (resolveTextReference(protocol, reference) === undefined) {
          issues.push({ path: `${path}.md`, message: `{{${reference}}} does not name a value of this protocol` });
        }
      }
    }
    if (block.type === 'monitoring' && block.anchor !== 'session.start') {
      const [id = ''] = block.anchor.split('.');
      if (blocks.get(id)?.type !== 'dose')
        issues.push({ path: `${path}.anchor`, message: `"${id}" is not a dose of this protocol` });
    }
  }
  for (const [index, change] of protocol.changes.entries()) {
    if (change.label !== 'withdrawn' && !blocks.has(change.block)) {
      issues.push({ path: `changes.${index}.block`, message: `"${change.block}" is not a block of this protocol` });
    }
  }
  return issues;
}
