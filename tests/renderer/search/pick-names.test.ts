import { describe, expect, test } from 'vitest';
import type { ProtocolSummary } from '../../../protocols/contract/calls';
import type { Command } from '../../../renderer/search/command';
import { pickCommands, pickTitles } from '../../../renderer/search/pick-names';

const command = (title: string, ...words: string[]): Command => ({
  id: title,
  title,
  words,
  scope: 'anywhere',
  run: () => undefined,
});

const COMMANDS = [
  command('Colours: Dark', 'Couleurs', 'Sombre', 'theme'),
  command('Colours: Light', 'Couleurs', 'Clair', 'theme'),
  command('Print', 'Imprimer', 'pdf'),
  command('Help and shortcuts', 'Aide et raccourcis'),
];

function summary(id: string, version: string, title: string, status: 'active' | 'draft' = 'active'): ProtocolSummary {
  return {
    id,
    version,
    title,
    aliases: [`alias of ${id}`],
    type: 'reference',
    status,
    publisher: 'Invented Clinic Group',
    language: 'en',
    effectivePeriod: { start: '2026-01-01', end: 'open' },
    reviewBy: '2031-02-01',
    routes: [],
    contentHash: '0'.repeat(64),
  };
}

describe('commands', () => {
  test.each([
    ['print', 'Print'],
    ['imprim', 'Print'],
    ['PDF', 'Print'],
    ['dark theme', 'Colours: Dark'],
    ['theme dark', 'Colours: Dark'],
    ['coleurs sombre', 'Colours: Dark'],
    ['aide', 'Help and shortcuts'],
  ])('%s leads to %s', (text, title) => {
    expect(pickCommands(COMMANDS, text)[0]?.title).toBe(title);
  });

  test.each(['', 'p', '  ', '!print', "'=^$|", 'zzqxv', '()'.repeat(5_000)])('"%s" is only words', (text) => {
    const picked = pickCommands(COMMANDS, text);
    expect(picked.map(({ title }) => title)).toEqual(text === '!print' ? ['Print'] : []);
  });

  test('the same letters always give the same commands in the same order', () => {
    const first = pickCommands(COMMANDS, 'colours').map(({ id }) => id);
    for (let time = 0; time < 5; time++) expect(pickCommands(COMMANDS, 'colours').map(({ id }) => id)).toEqual(first);
  });
});

test('a title leads to the edition to go by; one that a newer edition replaced is left out', () => {
  const protocols = [
    summary('a', '1.0.0', 'Sedation'),
    summary('a', '2.0.0', 'Sedation'),
    summary('b', '1.0.0', 'Pain'),
  ];
  expect(pickTitles(protocols, 'sedat', '2026-11-22').map(({ version }) => version)).toEqual(['2.0.0']);
  expect(pickTitles(protocols, 'alias b', '2026-11-22').map(({ protocolId }) => protocolId)).toEqual(['b']);
  const [draft] = pickTitles([summary('c', '1.0.0', 'Draft of it', 'draft')], 'draft', '2026-11-22');
  expect(draft).toMatchObject({ standing: 'draft', kind: 'protocol', blockId: '' });
});
