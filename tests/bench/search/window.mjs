// From key to painted results in the real window, over a generated library: what a person sees, worker and painting included.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from '../bench-error.mjs';
import { percentile, round } from '../statistics.mjs';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const KEYS_A_SECOND = 12;
const LONG_FRAME_MS = 25;
const PATIENCE_MS = 600_000; // ten thousand sections are checked and indexed first

/** Ordinary questions, long enough that each is typed for a second or two. */
const TYPED = [
  'ketamine iv dose',
  'max esketamine dose',
  'bp limits after ketamine',
  'discharge criteria',
  'contraindications pregnancy',
  'stop infusion chest pain',
  'ondansetron nausea',
  'anaphylaxsis epinephrine',
  'tension arterielle', // Playwright has keys only for the letters of one keyboard
  'how long no driving',
];

/**
 * Types into the search over the documents in `library`, then the same keys into a plain field, for comparison; each once for the time
 * from key to paint and once for the frames, since counting frames asks for one after the other, which no reader does.
 */
export async function measureWindow(library, sections, log) {
  const executablePath = process.env.HANDRAIL_ELECTRON;
  if (!executablePath) throw new BenchError('No Electron is named: run this through npm run bench');
  const { _electron } = await import('@playwright/test');
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-bench-'));
  const flags = (process.env.HANDRAIL_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
  const app = await _electron.launch({
    executablePath,
    args: [...flags, ROOT, `--library=${library}`, `--user-data-dir=${data}`, '--lang=en'],
    timeout: PATIENCE_MS,
  });
  try {
    const page = await app.firstWindow({ timeout: PATIENCE_MS });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.waitForFunction(() => performance.getEntriesByName('handrail:search-ready').length > 0);
    log(`window: ${sections} sections are ready to be searched`);
    await page.evaluate(watch);
    const box = page.getByRole('combobox', { name: 'Search' });
    await typeAll(page, box, TYPED.slice(0, 2)); // for code not yet compiled
    const record = async (field, countFrames) => {
      await page.evaluate((frames) => globalThis.bench.start(frames), countFrames);
      await typeAll(page, field, TYPED);
      return page.evaluate(() => globalThis.bench.stop());
    };
    const searched = await record(box, false);
    const frames = await record(box, true);
    await page.evaluate(addPlainField);
    const plain = page.locator('#bench-plain');
    const echoed = await record(plain, false);
    const idle = await record(plain, true);
    return {
      sections,
      keys_a_second: KEYS_A_SECOND,
      ...toLatency(searched),
      ...toFrames(frames),
      longest_task_ms: round(Math.max(0, ...searched.tasks, ...frames.tasks), 1),
      plain: { key_to_paint_ms: toLatency({ ...echoed, painted: echoed.echoes }).key_to_paint_ms, ...toFrames(idle) },
    };
  } finally {
    await app.close();
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function typeAll(page, box, texts) {
  for (const text of texts) {
    await box.click();
    await box.fill('');
    await sleep(300);
    let due = performance.now();
    for (const key of text) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      due += 1000 / KEYS_A_SECOND;
      await sleep(Math.max(0, due - performance.now())); // by the clock, so that keys do not fall behind
    }
    await sleep(700);
  }
}

// Runs in the page.
function watch() {
  let seen;
  let on = false;
  const marks = new PerformanceObserver((list) => {
    if (on)
      for (const { startTime, detail } of list.getEntries()) seen.painted.push({ at: startTime, text: detail.query });
  });
  marks.observe({ type: 'mark' });
  new PerformanceObserver((list) => {
    if (on) for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: 'longtask' });
  let key = 0;
  addEventListener('keydown', ({ timeStamp }) => (key = timeStamp), true);
  addEventListener('input', ({ target, inputType }) => {
    if (!on || inputType !== 'insertText') return;
    const text = target.value;
    seen.keys.push({ at: key, text });
    // The typed letter itself, painted as the results are: after the frame that shows it.
    requestAnimationFrame(() => setTimeout(() => seen.echoes.push({ at: performance.now(), text }), 0));
  });
  let counting = false;
  let last;
  const frame = (now) => {
    if (!counting) return;
    if (last !== undefined) seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  globalThis.bench = {
    start: (countFrames) => {
      seen = { keys: [], painted: [], echoes: [], frames: [], tasks: [] };
      on = true;
      last = undefined;
      counting = countFrames;
      if (counting) requestAnimationFrame(frame);
    },
    stop: () => {
      on = false;
      counting = false;
      return seen;
    },
  };
}

// Runs in the page.
function addPlainField() {
  const field = document.createElement('input');
  field.id = 'bench-plain';
  document.body.prepend(field);
}

/** From each key to the first painting of results for its text, or for a longer one that overtook it. */
export function toLatency({ keys, painted }) {
  const times = keys.map(({ at, text }) => {
    const shown = painted.find((mark) => mark.at >= at && mark.text.startsWith(text));
    return shown === undefined ? undefined : shown.at - at;
  });
  const known = times.filter((time) => time !== undefined);
  const at = (share) => (known.length === 0 ? null : round(percentile(known, share), 1));
  return {
    keys: keys.length,
    never_painted: times.length - known.length,
    key_to_paint_ms: { p50: at(0.5), p95: at(0.95), max: at(1) },
  };
}

function toFrames({ frames }) {
  return {
    frames: frames.length,
    frames_over_25: frames.filter((frame) => frame > LONG_FRAME_MS).length,
    longest_frame_ms: round(Math.max(0, ...frames), 1),
  };
}
