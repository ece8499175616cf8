import type { Readable } from './readable';
import type { Issue } from './result';
import { say } from './sentences';
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
        ...say('source-twice', { key: source.id }),
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
          ...say('source-unlisted', { key }),
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
        ...say('source-unused', { key: source.id }),
      });
  }
  return issues;
}
