import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../..'); // this file runs as out/cli/protocols.mjs

/** What is asked of the program started without a window. */
export interface Question<Answer> {
  readonly switches: readonly string[];
  readonly isAnswer: (data: unknown) => data is Answer;
  /** After these it is ended. */
  readonly seconds: number;
  /** The data folder to start on; one of its own, removed afterwards, when none is named. */
  readonly data?: string | undefined;
}

/** Starts the program and reads the one line it answers; throws where it gives none. */
export async function askProgram<Answer>({ switches, isAnswer, seconds, data }: Question<Answer>): Promise<Answer> {
  const electron = process.env['HANDRAIL_ELECTRON'];
  if (electron === undefined)
    throw new Error('HANDRAIL_ELECTRON must name the Electron to run; npm run protocols sets it');
  const own = data === undefined ? await mkdtemp(join(tmpdir(), 'handrail-print-')) : undefined;
  try {
    const extra = (process.env['HANDRAIL_ELECTRON_ARGS'] ?? '').split(' ').filter(Boolean);
    const folder = own ?? resolve(data ?? '');
    const { stdout, code } = await runToEnd(
      electron,
      [...extra, ROOT, `--user-data-dir=${folder}`, ...switches],
      seconds,
    );
    const line = stdout.split('\n').findLast((text) => text.startsWith('{"'));
    const answer: unknown = line === undefined ? undefined : JSON.parse(line);
    const isOpen = data === undefined ? '' : '; perhaps Handrail is open on that data folder';
    if (!isAnswer(answer))
      throw new Error(`the program ended with ${code ?? 'no code'} and without an answer${isOpen}`);
    return answer;
  } finally {
    if (own !== undefined) await rm(own, { recursive: true, force: true, maxRetries: 5 });
  }
}

function runToEnd(
  program: string,
  args: readonly string[],
  seconds: number,
): Promise<{ stdout: string; code: number | null }> {
  return new Promise((done, failed) => {
    // What Chromium says on standard error is noise to whoever waits for a file.
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.on('error', failed);
    child.on('close', (code) => done({ stdout, code }));
  });
}
