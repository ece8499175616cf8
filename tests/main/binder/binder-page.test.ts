import { describe, expect, test } from 'vitest';
import { toPlainPage, toPlainStyle } from '../../../main/binder/binder-page';
import { findBinderRequest, toBinderSwitch } from '../../../main/binder/binder-request';
import { toIndexPage } from '../../../main/binder/index-page';
import type { ProtocolSummary } from '../../../protocols/contract/calls';
import { toContentCode } from '../../../protocols/print-identity/content-code';

const TOP = { contents: 'Contents', notice: 'A <copy>' };

describe('a page that stands by itself', () => {
  const { html, styles } = toPlainPage(
    `<html lang="en"><head><script type="module" src="./assets/a.js"></script>
<link rel="modulepreload" crossorigin href="./assets/b.js">
<link rel="stylesheet" crossorigin href="./assets/print-1.css">
<link rel="stylesheet" href="app://bundle/assets/notes-2.css"><link rel="stylesheet" href="/assets/print-1.css"></head>
<body class="x"><p>9.75 mg</p></body></html>`,
    TOP,
  );

  test('runs nothing and names only files beside it, each once', () => {
    expect(html).not.toMatch(/script|modulepreload|crossorigin|app:/);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link)).toEqual([
      'assets/print-1.css',
      'assets/notes-2.css',
      'assets/binder.css',
      'index.html',
    ]);
    expect(styles).toEqual(['print-1.css', 'notes-2.css']);
  });

  test('keeps what it says, and its own words are escaped', () => {
    expect(html).toContain('<p>9.75 mg</p>');
    expect(html).toContain('A &lt;copy&gt;');
    expect(html.startsWith('<!doctype html>')).toBe(true);
  });
});

test('a style sheet keeps the newer form of each font and names it', () => {
  const { css, fonts } = toPlainStyle(
    '@font-face{src:url(./noto-1.woff2) format("woff2"), url(./noto-1.woff) format("woff")}p{color:red}',
  );
  expect(css).toBe('@font-face{src:url(./noto-1.woff2) format("woff2")}p{color:red}');
  expect(fonts).toEqual(['noto-1.woff2']);
});

test('the contents put emergencies first and escape every title', () => {
  const summary = {
    id: 'exa',
    version: '1.0.0',
    title: 'A & <b>',
    language: 'en',
    effectivePeriod: { start: '2026-01-01', end: null },
    reviewBy: '2031-02-01',
    contentHash: '0123456789abcdef'.repeat(4),
  } as ProtocolSummary;
  const page = toIndexPage(
    [
      { file: 'exa-1.0.0.html', sheet: 'protocol', summary, standing: 'draft', code: '1111' },
      { file: 'emergency-exa.html', sheet: 'emergency', summary, standing: 'draft', code: '2222' },
    ],
    { language: 'fr', clinic: 'C & D', madeAt: new Date(2026, 10, 22) },
  );
  expect(page.indexOf('emergency-exa.html')).toBeLessThan(page.indexOf('exa-1.0.0.html'));
  expect(page).toContain('A &amp; &lt;b&gt;');
  expect(page).toContain('C &amp; D');
  expect(page).toContain('BROUILLON — NE PAS UTILISER POUR LES SOINS');
  expect(page).toContain('0123 4567 89ab cdef');
  expect(page).toContain('2026-11-22');
});

test('the code of a page is that of its content: no time, the order of notes counts for nothing, a revision counts', () => {
  const [one, two] = [
    { kind: 'note' as const, id: 'n1', revision: 'r1' },
    { kind: 'clinic-value' as const, id: 'v1', revision: 'r2' },
  ];
  const identity = {
    sheet: 'protocol' as const,
    key: { id: 'exa', version: '1.0.0' },
    contentHash: 'aa',
    language: 'en' as const,
    local: [one, two],
  };
  const code = toContentCode(identity);
  expect(toContentCode({ ...identity, local: [two, one] })).toBe(code);
  const others = [
    { local: [one] },
    { local: [{ ...one, revision: 'r9' }, two] },
    { contentHash: 'ab' },
    { language: 'fr' as const },
    { sheet: 'emergency' as const },
    { key: { id: 'exa', version: '1.0.1' } },
  ];
  expect(new Set([code, ...others.map((change) => toContentCode({ ...identity, ...change }))]).size).toBe(7);
});

test('the switch of the command line is read as it was written, and another is refused', () => {
  const request = { folder: '/a b', language: 'fr' as const };
  expect(findBinderRequest(['x', toBinderSwitch(request)])).toEqual({ ok: true, value: request });
  expect(findBinderRequest(['x'])).toBeUndefined();
  for (const wrong of ['--binder={"folder":""}', '--binder=x'])
    expect(findBinderRequest([wrong])).toMatchObject({ ok: false });
});
