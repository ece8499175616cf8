import Fraction from 'fraction.js';
import { toBase } from '../units/compare';
import { dimensionOf } from '../units/unit-table';
import type { BlockOf } from './blocks';
import type { Readable } from './readable';
import type { Issue } from './result';
import { type Said, say } from './sentences';

import { walkBlocks } from './walk-blocks';
import { MOST_TIMES, toDueTimes } from './due-times';
import { ACTIONS } from './vocabulary';
import { toSeconds } from './durations';
import { isSet } from './is-set';

/** Schedules expand to 1 to 200 times; limits of one reading act harder as the reading gets worse; checklists can be signed. */
export function checkMonitoring({ protocol, unread }: Readable): Issue[] {
  const issues: Issue[] = [];
  for (const { block, path } of walkBlocks(protocol)) {
    if (unread.has(block.id)) continue;
    if (block.type === 'monitoring') issues.push(...checkSchedule(block, path), ...checkThresholds(block, path));
    if (block.type === 'checklist') issues.push(...checkChecklist(block, path));
  }
  return issues;
}

function checkSchedule(block: BlockOf<'monitoring'>, path: string): Issue[] {
  const issues: Issue[] = [];
  if (toDueTimes(block).length > MOST_TIMES) {
    issues.push({
      path: `${path}.schedule`,
      rule: 'schedule-times',
      ...say('schedule-many', { most: MOST_TIMES }),
    });
  }
  const known = new Set(block.parameters.map((parameter) => parameter.id));
  for (const [index, entry] of block.schedule.entries()) {
    if ('every' in entry && (toSeconds(entry.every) <= 0 || toSeconds(entry.until) < toSeconds(entry.from))) {
      issues.push({
        path: `${path}.schedule.${index}`,
        rule: 'schedule-times',
        ...say('schedule-empty', { every: entry.every, from: entry.from, until: entry.until }),
      });
    }
    for (const id of entry.parameters ?? []) {
      if (!known.has(id))
        issues.push({
          path: `${path}.schedule.${index}.parameters`,
          rule: 'dangling-reference',
          ...say('parameter-unknown', { id, known: [...known].join(', ') }),
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
          rule: 'wrong-dimension',
          ...(parameter.unit === undefined
            ? say('limit-no-unit', { name: parameter.name })
            : say('limit-unit', { unit: amount.unit, name: parameter.name, asked: parameter.unit })),
        });
        return [];
      }
      return [
        {
          index,
          base: toBase(amount),
          // Over 160 is a worse reading than at or over 160.
          isStrict: op === '<' || op === '>',
          side: op.startsWith('<') ? 'low' : op === '=' ? 'at' : 'high',
          relativeTo,
          rank: ACTIONS.indexOf(threshold.action),
        },
      ];
    });
    for (const a of limits) {
      for (const b of limits) {
        if (a.side !== b.side || a.side === 'at' || a.relativeTo !== b.relativeTo) continue;
        const order = a.side === 'high' ? b.base.compare(a.base) : a.base.compare(b.base);
        const worse = order > 0 || (order === 0 && b.isStrict && !a.isStrict);
        if (worse && b.rank < a.rank)
          issues.push({
            path: `${at}.${b.index}.action`,
            rule: 'weaker-action',
            ...say('action-weaker', { action: ACTIONS[b.rank] ?? '', asked: ACTIONS[a.rank] ?? '' }),
          });
      }
    }
  }
  return issues;
}

function checkChecklist(block: BlockOf<'checklist'>, path: string): Issue[] {
  const issues: Issue[] = [];
  const refuse = (at: string, said: Said): void => {
    issues.push({ path: at, rule: 'checklist-item', ...said });
  };
  for (const [p, phase] of block.phases.entries()) {
    const at = `${path}.phases.${p}`;
    if (phase.items.length === 0 && (phase.signOff ?? []).length > 0) refuse(`${at}.items`, say('phase-signed-empty'));
    for (const [i, { required, role, answer }] of phase.items.entries()) {
      const item = `${at}.items.${i}`;
      if (required && role === undefined) refuse(`${item}.role`, say('item-role'));
      if (answer.type === 'choice' && answer.options === undefined)
        refuse(`${item}.answer.options`, say('item-options'));
      if (answer.type === 'quantity' && answer.unit === undefined) refuse(`${item}.answer.unit`, say('item-unit'));
      if (answer.min !== undefined && answer.max !== undefined && new Fraction(answer.max).lt(new Fraction(answer.min)))
        refuse(`${item}.answer.max`, say('item-range', { max: answer.max, min: answer.min }));
    }
  }
  return issues;
}
