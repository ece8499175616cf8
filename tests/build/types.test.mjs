import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run, toolCommand } from '../../build/setup/run.mjs';
import { checkTypes } from '../../build/setup/types.mjs';

let top;
beforeEach(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-types-'));
  write('tsconfig.json', { files: [], references: [{ path: './room' }] });
  write('room/tsconfig.json', {
    compilerOptions: {
      target: 'es2023',
      module: 'esnext',
      moduleResolution: 'bundler',
      composite: true,
      emitDeclarationOnly: true,
      resolveJsonModule: true,
      strict: true,
      types: [],
      rootDir: '.',
      outDir: '../out/types/room',
      tsBuildInfoFile: '../out/types/room.tsbuildinfo',
    },
    include: ['**/*.ts', '**/*.json'],
  });
  write('room/en.json', { title: 'Title' });
  write('room/words.ts', "import en from './en.json';\nexport const title: string = en.title;\n");
});
afterEach(() => fs.rmSync(top, { recursive: true, force: true }));

function write(name, content) {
  const file = path.join(top, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

test('an error in a file of messages is reported, and is gone once the file is mended', () => {
  const check = () => run([...toolCommand('typescript', 'tsc'), '-b'], { cwd: top, stdio: 'ignore' });
  expect(checkTypes(top)).toBe(0);
  write('room/en.json', { heading: 'Title' });
  expect(check()).not.toBe(0);
  write('room/en.json', { title: 'Title' });
  // Where this fails, TypeScript has been mended and build/setup/types.mjs has nothing left to do.
  expect(check()).not.toBe(0);
  expect(checkTypes(top)).toBe(0);
  write('room/en.json', { heading: 'Title' });
  expect(checkTypes(top)).not.toBe(0);
});
