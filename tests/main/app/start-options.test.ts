import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readStartOptions } from '../../../main/app/start-options';

test.each([
  [[], {}],
  [['--lang=fr'], { language: 'fr' }],
  [['--lang=de'], {}],
  [['--library=docs'], { library: resolve('docs') }],
  [['electron', '.', '--user-data-dir=/x', '--lang=en', '--lang=fr'], { language: 'fr' }],
])('%j gives %j', (argv, options) => {
  expect(readStartOptions(argv)).toEqual(options);
});
