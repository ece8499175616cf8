import { toBase } from '../units/compare';
import { dimensionOf } from '../units/unit-table';
import { ACTIONS, type BlockOf } from './blocks';
import type { Protocol } from './protocol';
import type { Issue } from './result';
import { toSeconds } from './scalars';
import { isSet } from './values';
import { walkBlocks } from './walk-blocks';

const MOST_TIMES = 200;

/** Schedules expand to 1 to 200 times; limits of one reading act harder as the reading gets worse; checklists can be signed. */
export function checkMonitoring(protocol: Protocol): Issue[] {
  const issues: Issue[] = [];
  for (const { block, path } of walkBlocks(protocol)) {
    if (block.type === 'monitoring') issues.push(...checkSchedule(block, path), ...checkThresholds(block, path));
    if (block.type === 'checklist') issues.push(...checkChecklist(block, path));
  }
  return issues;
}

/** Due times of a monitoring block in seconds from its anchor, distinct and rising; continuous and open-ended entries have none. */
export function toDueTimes(block: BlockOf<'monitoring'>): number[] {
  const times = new Set<number>();
  for (const entry of block.schedule) {
    if ('at' in entry) for (const at of entry.at) times.add(toSeconds(at));
    if ('every' in entry) {
      const [every, from, until] = [entry.every, entry.from, entry.until].map(toSeconds) as [number, number, number];
      // One past the limit is enough to be refused; a mistyped interval must not fill the memory.
      for (let at = from; every > 0 && at <= until && times.size <= MOST_TIMES; at += every) times.add(at);
    }
  }
  return [...times].toSorted((a, b) => a - b);
}

function checkSchedule(block: BlockOf<'monitoring'>, path: string): Issue[] {
  const issues: Issue[] = [];
  const timed = block.schedule.some((entry) => 'at' in entry || 'every' in entry);
  const count = toDueTimes(block).length;
  if (timed && (count < 1 || count > MOST_TIMES)) {
    issues.push({
      path: `${path}.schedule`,
      message: `gives ${count > MOST_TIMES ? `more than ${MOST_TIMES}` : 'no'} times; 1 to ${MOST_TIMES} are allowed`,
    });
  }
  const known = new Set(block.parameters.map((parameter) => parameter.id));
  for (const [index, entry] of block.schedule.entries()) {
    for (const id of entry.parameters ?? []) {
      if (!known.has(id))
        issues.push({
          path: `${path}.schedule.${index}.parameters`,
          message: `"${id}" is not a parameter of this block`,
        });
    }
  }
  return issues;
}

function checkThresholds(block: BlockOf<'monitoring'>, path: string): Issue[] {
  const issues: Issue[] = [];
  for (const [p, parameter] of block.parameters.entries()) {
    const at = `${path}.parameters.${p}.thresholds`;
    const limits = (parameter.thresholds ?? []).flatMap((threshold, index) => {
      const { amount, op, relativeTo } = threshold.when;
      if (!isSet(amount)) return [];
      if (parameter.unit === undefined || dimensionOf(amount.unit) !== dimensionOf(parameter.unit)) {
        issues.push({
          path: `${at}.${index}.when`,
          message: `${amount.unit} does not measure what ${parameter.name} is read in`,
        });
        return [];
      }
      return [
        {
          index,
          base: toBase(amount),
          side: op.startsWith('<') ? 'low' : op === '=' ? 'at' : 'high',
          relativeTo,
          rank: ACTIONS.indexOf(threshold.action),
        },
      ];
    });
    for (const a of limits) {
      for (const b of limits) {
        if (a.side !== b.side || a.side === 'at' || a.relativeTo !== b.relativeTo) continue;
        const worse = a.side === 'high' ? b.base.compare(a.base) > 0 : b.base.compare(a.base) < 0;
        if (worse && b.rank < a.rank)
          issues.push({
            path: `${at}.${b.index}.action`,
            message: `${ACTIONS[b.rank]} is weaker than ${ACTIONS[a.rank]}, which a milder reading already asks for`,
          });
      }
    }
  }
  return issues;
}

function checkChecklist(block: BlockOf<'checklist'>, path: string): Issue[] {
  const issues: Issue[] = [];
  for (const [p, phase] of block.phases.entries()) {
    const at = `${path}.phases.${p}`;
    if (phase.items.length === 0 && (phase.signOff ?? []).length > 0)
      issues.push({ path: `${at}.items`, message: 'a phase that is signed must have items' });
    for (const [i, item] of phase.items.entries()) {
      if (item.required && item.role === undefined)
        issues.push({ path: `${at}.items.${i}.role`, message: 'a required item must say whose it is' });
      if (item.answer.type === 'choice' && item.answer.options === undefined)
        issues.push({ path: `${at}.items.${i}.answer.options`, message: 'a choice must list its options' });
      if (item.answer.type === 'quantity' && item.answer.unit === undefined)
        issues.push({ path: `${at}.items.${i}.answer.unit`, message: 'a quantity must name its unit' });
    }
  }
  return issues;
}
