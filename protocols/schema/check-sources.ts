import type { Readable } from './readable';
import type { Issue } from './result';
import { walkBlocks, walkObjects } from './walk-blocks';

/** Every source named is listed, and every source listed is cited. That every value names one is the schema's to ask. */
export function checkSources({ protocol, unread, isNameless, hasSources }: Readable): Issue[] {
  if (!hasSources) return [];
  const issues: Issue[] = [];
  const listed = new Set<string>();
  for (const [index, source] of protocol.sources.entries()) {
    if (listed.has(source.id))
      issues.push({
        path: `sources.${index}.id`,
        rule: 'duplicate-id',
        message: `source ${source.id} is listed twice; keep one, or give the other a key of its own`,
      });
    listed.add(source.id);
  }
  const cited = new Set<string>();
  const cite = (keys: unknown, path: string): void => {
    if (!Array.isArray(keys)) return;
    for (const key of keys.map(String)) {
      cited.add(key);
      if (!listed.has(key))
        issues.push({
          path,
          rule: 'unlisted-source',
          message: `cites ${key}, which sources[] does not list; list it, or write the key of one that is listed`,
        });
    }
  };
  for (const { block, path } of walkBlocks(protocol)) {
    for (const { node, path: at } of walkObjects(block, path)) cite(node['sources'], `${at}.sources`);
  }
  for (const [index, change] of protocol.changes.entries()) cite(change.sources, `changes.${index}.sources`);
  if (unread.size > 0 || isNameless) return issues; // what could not be read may cite the rest
  for (const [index, source] of protocol.sources.entries()) {
    if (!cited.has(source.id))
      issues.push({
        path: `sources.${index}`,
        rule: 'unused-source',
        message: `nobody cites source ${source.id}; remove it or cite it`,
      });
  }
  return issues;
}
