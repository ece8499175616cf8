// Starts an Electron app as a person would, on a data folder of its own, and asks it through the debugger when it was ready.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BenchError } from './bench-error.mjs';

const PATIENCE = 60_000;

/**
 * Starts `folder` and waits for the performance mark; `inspect` is then called with the app's process id, and the app ends.
 * `data` names a data folder that stays; without, the app gets a new one.
 * Answers with the milliseconds from just before the start to the mark, and with what `inspect` found.
 */
export async function timeToMark({ executable, args, folder, mark, inspect, data: given }) {
  const data = given ?? fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-bench-'));
  const flags = [...args, `--user-data-dir=${data}`, '--remote-debugging-port=0'];
  const start = performance.timeOrigin + performance.now();
  // A process group of its own, so that nothing of it is left running for the next measurement.
  const app = spawn(executable, [folder, ...flags], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const ended = new Promise((resolve) => app.on('close', resolve));
  try {
    const moment = await within(
      PATIENCE,
      `${mark} in ${folder}`,
      findPort(app).then((port) => readMark(port, mark)),
    );
    return { milliseconds: moment - start, inspected: await inspect(app.pid) };
  } finally {
    stop(app.pid);
    await ended;
    if (given === undefined) fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

function stop(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it had ended by itself
  }
}

/** Chromium chooses the port and says so. */
function findPort(app) {
  return new Promise((resolve, reject) => {
    let said = '';
    app.on('error', reject);
    app.on('exit', (code) => reject(new BenchError(`The app ended with code ${code} before it was ready:\n${said}`)));
    app.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said);
      if (port) resolve(Number(port[1]));
    });
  });
}

// Runs in the page. Waits there rather than asking again and again, which would cost the page time.
const WAIT_FOR_MARK = (name) => `new Promise((resolve) => {
  const look = () => {
    const [entry] = performance.getEntriesByName(${JSON.stringify(name)}, 'mark');
    if (entry) resolve(performance.timeOrigin + entry.startTime);
  };
  new PerformanceObserver(look).observe({ type: 'mark', buffered: true });
  look();
})`;

async function readMark(port, name) {
  for (;;) {
    const pages = await listPages(port);
    for (const page of pages) {
      const moment = await evaluate(page.webSocketDebuggerUrl, WAIT_FOR_MARK(name));
      if (typeof moment === 'number') return moment;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function listPages(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
  const targets = await answer.json();
  return targets.filter(({ type }) => type === 'page');
}

/** The value of an expression in a page, or undefined when the page went away first, as one does that navigates. */
function evaluate(address, expression) {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    const finish = (value) => {
      socket.close();
      resolve(value);
    };
    socket.addEventListener('open', () => {
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    });
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      if (message.id === 1) finish(message.result?.result?.value);
    });
    socket.addEventListener('close', () => resolve(undefined));
    socket.addEventListener('error', () => resolve(undefined));
  });
}

async function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new BenchError(`Waited ${milliseconds / 1000} s in vain for ${what}`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
