import { expect, test } from 'vitest';
import { hasDisplay, onVirtualDisplay, virtualDisplayLine } from '../../build/setup/display.mjs';
import { isCopied, ordinaryEnvironment } from '../../build/setup/ordinary-user.mjs';
import { launchCommand, launchEnvironment } from '../../build/setup/start.mjs';

test('launches with our folder first and the extra arguments last', () => {
  expect(launchCommand('/electron', '/handrail', ['--lang=fr'], false)).toEqual([
    '/electron',
    '/handrail',
    '--lang=fr',
  ]);
});

test('turns the sandbox off for root alone', () => {
  expect(launchCommand('/electron', '/handrail', [], true)).toEqual(['/electron', '/handrail', '--no-sandbox']);
});

test('does not let an editor turn the app into a plain Node', () => {
  expect(launchEnvironment({ ELECTRON_RUN_AS_NODE: '1', LANG: 'fr' })).toEqual({ LANG: 'fr' });
});

test.each([
  [{}, 'linux', false],
  [{ DISPLAY: '' }, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'darwin', true],
  [{}, 'win32', true],
])('with %o on %s, having a display is %s', (env, platform, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});

test('puts a command on a virtual display, and shows a person how', () => {
  expect(onVirtualDisplay(['a', 'b'])).toEqual(['xvfb-run', '-a', '-s', '-screen 0 1280x1024x24', 'a', 'b']);
  expect(virtualDisplayLine('npm start')).toBe("xvfb-run -a -s '-screen 0 1280x1024x24' npm start");
});

test('gives the ordinary user nothing of root but what the tests need', () => {
  const env = { PATH: '/bin', LC_ALL: 'C', HANDRAIL_X: '1', CI: '1', HOME: '/root', NPM_TOKEN: 'x', DISPLAY: ':0' };
  expect(ordinaryEnvironment(env)).toEqual({ PATH: '/bin', LC_ALL: 'C', HANDRAIL_X: '1', CI: '1' });
});

test.each([
  ['', true],
  ['out/main/main.mjs', true],
  ['tests/e2e/main-job.spec.ts', true],
  ['node_modules', false],
  ['.git', false],
  ['out/.setup.lock', false],
])('copies %j for the ordinary user: %s', (relative, expected) => {
  expect(isCopied(relative)).toBe(expected);
});
