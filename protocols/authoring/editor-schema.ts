import { z } from 'zod';
import type { BlockType } from '../schema/blocks';
import { Block } from '../schema/blocks';
import { DECIMAL } from '../schema/decimals';
import { ProtocolDocument } from '../schema/protocol';
import { Decimal, Duration, SourceKey, Unit, Words } from '../schema/scalars';
import { MARKS } from '../schema/vocabulary';
import { UNIT_CODES, listAuthoredNames } from '../units/unit-table';
import { BLOCK_SHAPES, type RecordShape, type Shape } from './authored-shape';
import { LISTS_LEFT_OUT } from './front-matter';
import { isRecord } from './lower-block';

export type JsonSchema = Record<string, unknown>;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** The schema files editors use, by file name: the canonical document, the front matter, and one for each block type. */
export function listEditorSchemas(): Readonly<Record<string, JsonSchema>> {
  const blocks = Block.options.map((option) => {
    const type = option.shape.type.value;
    return [`${type}.schema.json`, toBlockSchema(type, option)] as const;
  });
  return {
    'protocol.schema.json': toCanonicalSchema(),
    'front-matter.schema.json': toFrontMatterSchema(),
    ...Object.fromEntries(blocks),
  };
}

/** The canonical document, as JSON Schema can say it; what the checks say beyond it only `check` knows. */
function toCanonicalSchema(): JsonSchema {
  const schema = z.toJSONSchema(ProtocolDocument, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === Unit) Object.assign(jsonSchema, { type: 'string', enum: [...UNIT_CODES] });
    },
  });
  return { ...schema, title: 'Canonical protocol document' };
}

const mark = MARKS.filter((name) => name !== 'local').join('|');
const evidence = `(${mark})( ${unanchored(SourceKey)})+`;
const unit = UNIT_CODES.flatMap(listAuthoredNames)
  .map((name) => name.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`))
  .join('|');
const decimal = DECIMAL.source.slice(1, -1);
const behind = String.raw`( \(${evidence}(; .+)?\))?`;
const LOCAL = String.raw`local( \(.+\))?`;

/** How an author writes what the canonical form holds in parts. */
const AUTHORED = {
  amount: contestable(
    `^(${LOCAL}|${decimal} (${unit})${behind})$`,
    'A number, one space, a unit, and in brackets its mark and sources.',
    ['0.5 mg/kg (verified s1)', 'local (what to know before setting it)'],
  ),
  time: contestable(`^(${LOCAL}|${unanchored(Duration)}${behind})$`, 'A length of time, ISO 8601.', [
    'PT40M (verified s1)',
    'P3D',
    'local',
  ]),
  comparison: contestable(
    String.raw`^(<|<=|=|>=|>) (local( above baseline)?( \(.+\))?|${decimal} (${unit})( above baseline)?${behind})$`,
    'A sign, one space, an amount; for a rise, "above baseline" after the unit.',
    ['>= 161 mmHg (verified s1)', '>= 47 mmHg above baseline', '> local'],
  ),
  step: { type: 'string', pattern: `^${decimal} (${unit}) (down|nearest)$`, examples: ['1 mg down', '0.1 mL/h down'] },
  unit: { enum: UNIT_CODES.flatMap(listAuthoredNames) },
  flag: { enum: [true, false, 'true', 'false'] },
  evidence: {
    type: 'string',
    pattern: `^(${MARKS.join('|')})( ${unanchored(SourceKey)})*$`,
    description: 'A mark and the keys of its sources; values inside that say none take this.',
    examples: ['verified s1', 'second-hand s1 s2', 'recalled s1'],
  },
  // A plain YAML reader takes some texts for numbers or truths; ours never does.
  text: { type: ['string', 'number', 'boolean'], minLength: 1 },
  decimal: { anyOf: [{ type: 'string', pattern: DECIMAL.source }, { type: 'number' }] },
} as const satisfies Record<string, JsonSchema>;

function contestable(pattern: string, description: string, examples: string[]): JsonSchema {
  // An editor says this instead of a pattern nobody can read.
  const patternErrorMessage = `${description} Such as: ${examples.join('; ')}`;
  const text = { type: 'string', pattern, patternErrorMessage, description, examples };
  const contested = {
    type: 'object',
    properties: {
      value: text,
      contested: { type: 'string', minLength: 1, description: 'What other sources say instead.' },
    },
    required: ['value'],
    additionalProperties: false,
  };
  return { anyOf: [text, contested] };
}

function toBlockSchema(type: BlockType, option: z.ZodType): JsonSchema {
  const { properties, required, ...rest } = toTagged(option);
  const fields = isRecord(properties) ? { ...properties } : {};
  delete fields['type']; // the fence says it
  const left = type === 'dose' ? ['type', 'calculator'] : ['type'];
  const block = author(
    { ...rest, properties: fields, required: toList(required).filter((name) => !left.includes(String(name))) },
    BLOCK_SHAPES[type],
  );
  return {
    $schema: DRAFT,
    title: `Authored block: ${type}`,
    anyOf: [{ $ref: '#/$defs/block' }, { type: 'array', items: { $ref: '#/$defs/block' }, minItems: 1 }],
    $defs: { block, ...AUTHORED },
  };
}

function toFrontMatterSchema(): JsonSchema {
  const { properties, required, ...rest } = toTagged(ProtocolDocument);
  const { schemaVersion: _version, sections: _sections, ...fields } = isRecord(properties) ? properties : {};
  const left = [...LISTS_LEFT_OUT, 'schemaVersion', 'sections'];
  const period = fields['effectivePeriod'];
  const end = { anyOf: [{ type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }, { const: 'open' }] };
  return {
    ...author(
      {
        ...rest,
        properties: {
          ...fields,
          effectivePeriod:
            isRecord(period) && isRecord(period['properties'])
              ? { ...period, properties: { ...period['properties'], end } }
              : {},
        },
        required: toList(required).filter((name) => !left.includes(String(name))),
      },
      { fields: {} },
    ),
    $schema: DRAFT,
    title: 'Front matter of an authored protocol',
    $defs: { text: AUTHORED.text, decimal: AUTHORED.decimal },
  };
}

/** JSON Schema in which what authors write otherwise is marked by a comment. */
function toTagged(schema: z.ZodType): JsonSchema {
  const { $schema: _schema, ...tagged } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === Words) jsonSchema.$comment = 'text';
      if (zodSchema === Decimal) jsonSchema.$comment = 'decimal';
      if (zodSchema === Unit) jsonSchema.$comment = 'unit';
    },
  });
  return tagged;
}

/** The schema of what an author writes, from that of what it becomes. */
function author(schema: JsonSchema, shape: Shape | undefined): JsonSchema {
  if (typeof shape === 'string') return { $ref: `#/$defs/${shape}` };
  const tag = schema['$comment'];
  if (tag === 'text' || tag === 'decimal' || tag === 'unit') return { $ref: `#/$defs/${tag}` };
  if (Array.isArray(schema['anyOf']))
    return { ...schema, anyOf: schema['anyOf'].filter(isRecord).map((option) => author(option, shape)) };
  if (isRecord(schema['items']))
    return {
      ...schema,
      items: author(schema['items'], shape !== undefined && 'list' in shape ? shape.list : undefined),
    };
  if (!isRecord(schema['properties'])) return schema;
  return authorRecord(schema, schema['properties'], shape !== undefined && 'fields' in shape ? shape : { fields: {} });
}

function authorRecord(schema: JsonSchema, properties: JsonSchema, shape: RecordShape): JsonSchema {
  const fields = Object.entries(properties).map(([name, field]): [string, unknown] => [
    name,
    isRecord(field) ? author(field, shape.fields[name]) : field,
  ]);
  const said: [string, unknown][] = shape.evidence === undefined ? [] : [['evidence', { $ref: '#/$defs/evidence' }]];
  const required = toList(schema['required']).filter(
    (name) => shape.evidence !== 'own' || (name !== 'mark' && name !== 'sources'),
  );
  return { ...schema, properties: Object.fromEntries([...fields, ...said]), required };
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The pattern of a scalar of the schema, to stand inside a longer one. */
function unanchored(schema: z.ZodType): string {
  const { pattern } = z.toJSONSchema(schema);
  return `(?:${(pattern ?? '').replace(/^\^/, '').replace(/\$$/, '')})`;
}
