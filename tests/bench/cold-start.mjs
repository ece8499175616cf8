// What our program adds to what Electron costs anyway: the time from start to the search box taking letters, and the memory
// of all processes once settled, each against a blank window on the same runtime, in the same run, by turns.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from './bench-error.mjs';
import { timeToMark } from './electron-launch.mjs';
import { countOthers, readTreeMemory } from './process-memory.mjs';
import { comparePairs, round } from './statistics.mjs';

const TARGETS = { startup: 1.35, memory: 1.25 };
const SETTLE = 3000; // after ready, until start-up's own garbage is gone
const DROP_CACHES = '/proc/sys/vm/drop_caches';

export const options = {
  pairs: { type: 'string', default: '9' },
  warm: { type: 'boolean', default: false }, // leave the disk cache alone even where it could be dropped
};

const OURS = { folder: path.resolve(import.meta.dirname, '../..'), mark: 'handrail:search-ready' };
const BLANK = { folder: path.join(import.meta.dirname, 'blank-window'), mark: 'blank:painted' };

/** Measures the pairs; `log` hears how far it is. */
export async function measure({ pairs: wanted, warm }, log) {
  const pairs = Number(wanted);
  if (!Number.isInteger(pairs) || pairs < 1)
    throw new BenchError(`--pairs must be a whole number from 1, not ${wanted}`);
  const executable = process.env.HANDRAIL_ELECTRON;
  if (!executable) throw new BenchError('No Electron is named: run this through npm run bench');
  const args = (process.env.HANDRAIL_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
  const disk = !warm && canDropCaches() ? 'cold' : 'warm';
  let others = 0;
  const launch = async (app) => {
    if (disk === 'cold') dropCaches();
    const { milliseconds, inspected } = await timeToMark({ executable, args, ...app, inspect: readSettled });
    others = Math.max(others, inspected.others);
    return { milliseconds, memory: inspected.memory };
  };

  const [ours, blank] = [[], []];
  // On a warm disk the first pair is the one that warms it.
  const extra = disk === 'warm' ? 1 : 0;
  for (let turn = -extra; turn < pairs; turn++) {
    const pair = [await launch(OURS), await launch(BLANK)];
    const [o, b] = pair.map(({ milliseconds }) => Math.round(milliseconds));
    log(`${turn < 0 ? 'warming up' : `pair ${turn + 1} of ${pairs}`}: ours ${o} ms, blank ${b} ms`);
    if (turn < 0) continue;
    ours.push(pair[0]);
    blank.push(pair[1]);
  }
  return {
    pairs,
    startup: toStartup(ours, blank),
    memory: toMemory(ours, blank),
    machine: {
      cpus: os.cpus().length,
      mem: `${round(os.totalmem() / 2 ** 30, 1)} GiB`,
      electron: process.env.HANDRAIL_ELECTRON_VERSION ?? 'unknown',
      disk,
      others, // processes of other Electrons seen meanwhile: above 0, nothing here is to be relied on
    },
  };
}

async function readSettled(pid) {
  await sleep(SETTLE);
  return { memory: readTreeMemory(pid), others: countOthers(pid) };
}

function toStartup(ours, blank) {
  const [times, blankTimes] = [ours, blank].map((launches) => launches.map(({ milliseconds }) => milliseconds));
  return inUnit(comparePairs(times, blankTimes, TARGETS.startup), 'ms', 0, 1);
}

/** `null` where the memory of the processes cannot be read; unknown must not look like met. */
function toMemory(ours, blank) {
  const [sizes, blankSizes] = [ours, blank].map((launches) => launches.map(({ memory }) => memory));
  if ([...sizes, ...blankSizes].includes(undefined)) return null;
  return inUnit(comparePairs(sizes, blankSizes, TARGETS.memory), 'mb', 1, 1 / 1024);
}

function inUnit({ ours_median, blank_median, ratio_median, ratio_min, ratio_max, target, met }, unit, digits, scale) {
  return {
    [`ours_${unit}_median`]: round(ours_median * scale, digits),
    [`blank_${unit}_median`]: round(blank_median * scale, digits),
    ratio_median: round(ratio_median, 3),
    ratio_min: round(ratio_min, 3),
    ratio_max: round(ratio_max, 3),
    target,
    met,
  };
}

/** The result for a person to read. */
export function toTable({ pairs, startup, memory, machine }) {
  const lines = [
    `Handrail against a blank window: ${pairs} pairs, Electron ${machine.electron}, ${machine.disk} disk, ${machine.cpus} CPUs, ${machine.mem}`,
    `  start to search ready  ${startup.ours_ms_median} ms / ${startup.blank_ms_median} ms = ${verdict(startup)}`,
    memory
      ? `  memory, all processes  ${memory.ours_mb_median} MB / ${memory.blank_mb_median} MB = ${verdict(memory)}`
      : '  memory, all processes  not measured: this system does not let us read it (on Linux, root may)',
  ];
  if (machine.others > 0)
    lines.push(`  not to be relied on: ${machine.others} processes of another Electron ran meanwhile`);
  return lines.join('\n');
}

function verdict({ ratio_median, ratio_min, ratio_max, target, met }) {
  const range = `${ratio_min.toFixed(2)}–${ratio_max.toFixed(2)}`;
  return `${ratio_median.toFixed(2)} (${range}), target ${target}: ${met ? 'met' : 'MISSED'}`;
}

function canDropCaches() {
  try {
    fs.accessSync(DROP_CACHES, fs.constants.W_OK);
    return true;
  } catch {
    return false; // not root, or not Linux: the disk stays warm, and the result says so
  }
}

function dropCaches() {
  fs.writeFileSync(DROP_CACHES, '3');
}
