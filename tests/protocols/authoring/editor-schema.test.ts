import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { toText } from '../../../main/cli/schema';
import { listEditorSchemas } from '../../../protocols/authoring/editor-schema';
import { splitFrontMatter } from '../../../protocols/authoring/front-matter';
import { parseMarkdown } from '../../../protocols/authoring/markdown';
import { toAuthored } from '../../../protocols/authoring/to-authored';
import { compiled } from '../../fixtures/change';
import { EXAMPLE, listAuthoredTexts } from '../../fixtures/texts';

const FOLDER = new URL('../../../protocols/documents/schema/', import.meta.url);
const schemas = listEditorSchemas();

/** What an editor's own validator says of a piece of YAML, read as editors read it: numbers are numbers there. */
function accepts(name: string, yaml: string): boolean {
  const schema = schemas[`${name}.schema.json`];
  if (schema === undefined) throw new Error(`there is no schema of ${name}`);
  return z.fromJSONSchema(schema).safeParse(parse(yaml)).success;
}

function listParts(text: string): { name: string; yaml: string }[] {
  const parts = splitFrontMatter(text);
  const fences = parseMarkdown(parts?.body ?? '').children.flatMap((node) =>
    node.type === 'code' ? [{ name: node.meta ?? '', yaml: node.value }] : [],
  );
  return [{ name: 'front-matter', yaml: parts?.yaml ?? '' }, ...fences];
}

const fence = (type: string): string => listParts(EXAMPLE).find(({ name }) => name === type)?.yaml ?? '';

test('the files in the repository are what the program’s own schema says now', () => {
  const there = Object.fromEntries(
    readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
  );
  // Stale? npm run protocols -- schema
  expect(there).toEqual(Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toText(schema)])));
});

test('every schema is of the draft editors know', () => {
  for (const schema of Object.values(schemas))
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
});

describe('an editor finds nothing wrong with a sound document', () => {
  test.each(listAuthoredTexts())('$file', ({ text }) => {
    for (const written of [text, toAuthored(compiled(text))]) {
      const refused = listParts(written).filter(({ name, yaml }) => !accepts(name, yaml));
      expect(refused).toEqual([]);
    }
  });

  test('nor with its canonical form', () => {
    expect(z.fromJSONSchema(schemas['protocol.schema.json'] ?? {}).safeParse(compiled(EXAMPLE)).success).toBe(true);
  });
});

describe('and marks what check would refuse, as far as JSON Schema can', () => {
  test.each([
    ['dose', 'usual: 8.5 mg/kg', 'usual: 8.50 mg/kg'],
    ['dose', 'usual: 8.5 mg/kg', 'usual: .5 mg/kg'],
    ['dose', 'usual: 8.5 mg/kg', 'usual: 8.5mg/kg'],
    ['dose', 'usual: 8.5 mg/kg', 'usual: 8.5 cc'],
    ['dose', 'usual: 8.5 mg/kg', 'usual: 8.5'],
    ['dose', 'usual: 8.5 mg/kg', 'usual: 8.5 mg/kg (sure s1)'],
    ['dose', 'usual: 8.5 mg/kg', 'usual: 8.5 mg/kg (verified)'],
    ['dose', 'route: intravenous', 'route: IV'],
    ['dose', 'route: intravenous\n', ''],
    ['dose', 'method: infusion', 'method: infusion\nspeed: fast'],
    ['dose', 'evidence: verified s1', 'evidence: sure s1'],
    ['dose', 'usual: PT40M', 'usual: 40 minutes'],
    ['dose', '1 mg down', '1 mg up'],
    ['monitoring', '">= 161 mmHg"', '"161 mmHg"'],
    ['monitoring', '">= 161 mmHg"', '">=161 mmHg"'],
    ['monitoring', 'action: notify', 'action: tell'],
    ['monitoring', 'unit: mm[Hg]', 'unit: mmhg'],
    ['monitoring', 'every: PT15M', 'every: 15 min'],
    ['checklist', 'type: yes-no', 'type: maybe'],
    ['checklist', 'required: "true", critical', 'required: perhaps, critical'],
    ['contraindication', 'level: absolute', 'level: total'],
    ['adverse-response', 'severity: emergency', 'severity: bad'],
    ['front-matter', 'version: 1.0.0', 'version: 1.0'],
    ['front-matter', 'status: draft', 'status: final'],
    ['front-matter', 'end: open', 'end: never'],
    ['front-matter', 'reviewBy: 2031-02-01\n', ''],
    ['front-matter', 'status: draft', 'status: draft\npatient: x'],
  ])('%s: %s as %s', (name, right, wrong) => {
    const yaml = fence(name);
    expect(yaml).toContain(right);
    expect(accepts(name, yaml)).toBe(true);
    expect(accepts(name, yaml.replace(right, wrong))).toBe(false);
  });

  test('and takes what authors may write: numbers, truths, names of units, a value with what is said against it', () => {
    expect(accepts('checklist', fence('checklist').replaceAll('"true"', 'true'))).toBe(true);
    expect(accepts('monitoring', fence('monitoring').replace('unit: mm[Hg]', 'unit: mmHg'))).toBe(true);
    expect(
      accepts(
        'dose',
        fence('dose').replace('usual: 8.5 mg/kg,', 'usual: { value: 8.5 mg/kg, contested: One group says less },'),
      ),
    ).toBe(true);
    expect(accepts('glossary', `- ${fence('glossary').replaceAll('\n', '\n  ')}`)).toBe(true);
  });
});
