// Starts other programs the same way everywhere. Loaded first by every command of this room, so it may use Node built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Handrail needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

/** The top of the checkout, wherever the command was typed. */
export const root = path.resolve(import.meta.dirname, '../..');

/** What could not be done, in a sentence the person at the terminal can act on. */
export class SetupError extends Error {}

/** Runs a command's body: a sentence and exit code 2 when it could not be done, a stack only for our own mistakes. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 2;
  }
}

/** Is this the file that Node was asked to run? */
export function isEntry(meta) {
  return Boolean(process.argv[1]) && fs.realpathSync(process.argv[1]) === meta.filename;
}

/** The locked Node once it is installed, else the one that runs us. */
export function nodeProgram() {
  const locked = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return fs.existsSync(locked) ? locked : process.execPath;
}

/** The command line of an installed package's own program, without a shell or a `.cmd` file between. */
export function toolCommand(packageName, program = packageName) {
  const home = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'));
  return [nodeProgram(), path.join(home, typeof bin === 'string' ? bin : bin[program])];
}

/** Runs to the end and answers with the exit code; what it prints goes where `stdio` says, by default to our own output. */
export function run([program, ...args], { stdio = 'inherit', env = process.env, cwd = root, shell = false } = {}) {
  const child = spawnSync(program, args, { stdio, env, cwd, shell });
  if (child.error) throw new SetupError(`${program} could not be started: ${child.error.message}`);
  return child.status ?? 1;
}

/** Output of set-up steps: standard output belongs to the command the person asked for. */
export const toStandardError = ['ignore', 2, 2];

/** Runs until it ends by itself; a Ctrl+C is the child's to handle, and we wait for it. */
export function runInForeground([program, ...args], { env = process.env, cwd = root } = {}) {
  const child = spawn(program, args, { stdio: 'inherit', env, cwd });
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', () => {}); // the terminal has already told the child
  process.on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new SetupError(`${program} could not be started: ${error.message}`)));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs a task while no other process of this checkout runs one of the same name, so that two terminals do not build into each other. */
export function withLock(name, task) {
  const file = path.join(root, 'out', `.${name}.lock`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; ; ) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isHeld(file)) {
      fs.rmSync(file, { force: true }); // its owner was killed
      continue;
    }
    if (!told)
      console.error(
        `Waiting for another terminal that is setting up this checkout… If there is none, delete ${path.relative(root, file)}.`,
      );
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    return task();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function isHeld(file) {
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM'; // alive, but somebody else's
  }
}
