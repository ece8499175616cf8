import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, expect, test } from './app';
import { readPdf } from './pdf';

const FIXTURES = join(ROOT, 'tests/fixtures/documents');

interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run protocols -- print …` with Electron at hand, as its wrapper runs it. */
function print(...args: string[]): Answer {
  const confinement = process.getuid?.() === 0 ? '--no-sandbox' : '';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'out/cli/protocols.mjs'), 'print', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, HANDRAIL_ELECTRON_ARGS: `--disable-gpu ${confinement}`.trim() },
    },
  );
  return { status, stdout, stderr };
}

test('prints a sheet without a window, the newest version unless one is said', ({ folder }) => {
  const out = join(folder('out'), 'sheet.pdf');
  const asked = ['--sheet', 'checklist', '--paper', 'Letter', '--lang', 'fr', '--out', out, '--json'];
  const answer = print(...asked, '--protocol', 'iv-ketamine-depression');
  expect(answer).toMatchObject({ status: 0, stderr: '' });
  const { pages, info } = readPdf(out);
  expect(JSON.parse(answer.stdout)).toEqual({
    file: out,
    pages: pages.length,
    protocol: 'iv-ketamine-depression',
    version: '1.0.0',
  });
  expect(info.width).toBeCloseTo(215.9, 0);
  for (const [index, text] of pages.entries()) {
    expect(text).toContain('iv-ketamine-depression, version 1.0.0');
    expect(text).toMatch(/BROUILLON\s+—\s+NE PAS UTILISER POUR LES SOINS/);
    expect(text).toContain(`Page ${index + 1} sur ${pages.length}`);
  }
});

/** A checklist of invented items in pause points of nine, and nothing else of a session. */
function writeChecklist(library: string, pauses: number): void {
  const [front = ''] = readFileSync(join(FIXTURES, 'exa-session/1.0.0.md'), 'utf8').split('\n# ');
  const phases = Array.from({ length: pauses }, (_, pause) => {
    const items = Array.from({ length: 9 }, (__, at) => {
      const number = 9 * pause + at + 1;
      return `      - { id: item-${number}, text: Point ${number} — looked at, role: nurse, required: "true", answer: { type: yes-no } }`;
    });
    return [
      `  - id: pause-${pause}\n    title: Pause ${pause + 1}\n    mode: read-do\n    items:`,
      ...items,
      '    signOff: [{ role: nurse }]',
    ].join('\n');
  });
  const body = `Who looks. {#who verified s1 s2}\n\n\`\`\`yaml checklist\nid: points\nphases:\n${phases.join('\n')}\n\`\`\``;
  mkdirSync(join(library, 'exa-session'), { recursive: true });
  writeFileSync(join(library, 'exa-session/1.0.0.md'), `${front}\n# Points {#points-to-look-at}\n\n${body}\n`);
}

const numbersOn = (page: string | undefined): number[] =>
  [...(page ?? '').matchAll(/Point (\d+) — looked at/g)].map(([, number]) => Number(number));

test('eighteen items fit the first page on both papers; more go to a second one with the identity boxes again', ({
  folder,
}) => {
  const [library, paper] = [folder('library'), folder('out')];
  const asked = ['--sheet', 'checklist', '--protocol', 'exa-session', '--library', library];
  const count = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  for (const [name, language] of [
    ['A4', 'en'],
    ['Letter', 'fr'],
  ] as const) {
    const strip = language === 'en' ? /Name or label.*Record no\./s : /Nom ou étiquette.*N° de dossier/s;
    for (const pauses of [2, 3]) {
      writeChecklist(library, pauses);
      const out = join(paper, `${name}-${pauses}.pdf`);
      expect(print(...asked, '--paper', name, '--lang', language, '--out', out)).toMatchObject({ status: 0 });
      const { pages } = readPdf(out);
      expect(pages).toHaveLength(2); // the signatures stand on the second
      expect(numbersOn(pages[0])).toEqual(count(1, 18));
      expect(numbersOn(pages[1])).toEqual(pauses === 2 ? [] : count(19, 27));
      expect(pages[1]).toMatch(strip);
    }
  }
});

test('stamps what is past its review, and stamps nothing on what is in force', ({ folder }) => {
  const library = folder('library');
  const paper = folder('out');
  const draft = readFileSync(join(FIXTURES, 'exa-session/1.0.0.md'), 'utf8');
  const active = draft
    .replace(
      'status: draft',
      'status: active\napprovalDate: 2019-12-01\nreviewers: [{ name: B. Reviewer, role: pharmacist, date: 2019-12-01 }]',
    )
    .replace('start: 2026-01-01', 'start: 2020-01-01');
  mkdirSync(join(library, 'exa-session'));
  writeFileSync(join(library, 'exa-session/1.0.0.md'), active.replace('reviewBy: 2031-02-01', 'reviewBy: 2021-01-01'));
  const asked = ['--sheet', 'checklist', '--protocol', 'exa-session@1.0.0', '--library', library];
  expect(print(...asked, '--out', join(paper, 'overdue.pdf')).status).toBe(0);
  for (const text of readPdf(join(paper, 'overdue.pdf')).pages) expect(text.match(/REVIEW OVERDUE/g)).toHaveLength(2);

  writeFileSync(join(library, 'exa-session/1.0.0.md'), active.replace('reviewBy: 2031-02-01', 'reviewBy: 2999-01-01'));
  expect(print(...asked, '--out', join(paper, 'in-force.pdf')).status).toBe(0);
  const [first] = readPdf(join(paper, 'in-force.pdf')).pages;
  expect(first).not.toMatch(/DRAFT|OVERDUE|NOT YET|SUPERSEDED|ENDED|WITHDRAWN/);
  expect(first).toContain('In force from 01 Jan 2020 · Review by 01 Jan 2999');
});

test.describe('what cannot be printed is said in a sentence, and an earlier file stays', () => {
  const sheet = ['--sheet', 'checklist'];
  const known = ['--protocol', 'iv-ketamine-depression'];
  for (const { name, args, status, words } of [
    {
      name: 'another sheet',
      args: ['--sheet', 'poster', ...known],
      status: 2,
      words: 'The sheet is one of checklist, flowsheet, dose, protocol, emergency, esketamine-monitoring.',
    },
    {
      name: 'an unknown protocol',
      args: [...sheet, '--protocol', 'nothing-here'],
      status: 2,
      words: 'There is no readable edition nothing-here.',
    },
    {
      name: 'an unknown version',
      args: [...sheet, '--protocol', 'iv-ketamine-depression@9.9.9'],
      status: 2,
      words: 'There is no readable edition iv-ketamine-depression@9.9.9.',
    },
    {
      name: 'an unknown paper',
      args: [...sheet, ...known, '--paper', 'A5'],
      status: 2,
      words: 'The paper is A4 or Letter.',
    },
  ]) {
    test(name, ({ folder }) => {
      const paper = folder('out');
      const out = join(paper, 'sheet.pdf');
      writeFileSync(out, 'an earlier sheet');
      const answer = print(...args, '--out', out, '--json');
      expect(answer.status).toBe(status);
      expect(answer.stderr).toContain(words);
      expect(JSON.parse(answer.stdout)).toHaveProperty('failure.kind');
      expect(readFileSync(out, 'utf8')).toBe('an earlier sheet');
      expect(readdirSync(paper)).toEqual(['sheet.pdf']);
    });
  }

  test('a protocol without a checklist', ({ folder }) => {
    const library = folder('library');
    const text = readFileSync(join(FIXTURES, 'exa-session/1.0.0.md'), 'utf8');
    mkdirSync(join(library, 'exa-session'));
    writeFileSync(join(library, 'exa-session/1.0.0.md'), text.replace(/# Checklist \{#checklist\}.*?(?=# Words)/s, ''));
    const out = join(folder('out'), 'sheet.pdf');
    const answer = print(...sheet, '--protocol', 'exa-session', '--library', library, '--out', out);
    expect(answer).toMatchObject({ status: 1, stdout: '' });
    expect(answer.stderr).toContain('exa-session@1.0.0 has nothing for the sheet "checklist". Nothing was printed.');
  });

  test('a place where no file can stand', ({ folder }) => {
    const out = join(folder('out'), 'missing', 'sheet.pdf');
    const answer = print(...sheet, ...known, '--out', out);
    expect(answer.status).toBe(2);
    expect(answer.stderr).toContain(`${out} was not written`);
  });
});
