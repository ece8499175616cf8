import type { BlockType } from '../schema/blocks';

/**
 * What the change of a field means. `clinical`: something else is done. `instruction`: the words of what to do.
 * `wording`: the words around it. `information`: what a reader may also know. `code`: what no reader acts on.
 */
export type Meaning = 'clinical' | 'instruction' | 'wording' | 'information' | 'code';

type Rules = readonly (readonly [RegExp, Meaning])[];

const EVERY_BLOCK: Rules = [
  [/(^|\.)(mark|sources|contested|derivation|text)$/, 'information'],
  [/(^|\.)codings(\.|$)/, 'code'],
  [/(^|\.)id$/, 'code'],
  [/^title$/, 'wording'],
  [/^strength$/, 'information'],
];

/** By block type, the first rule that fits a path; what no rule names is clinical, so that a new field is never missed. */
const BY_TYPE: Readonly<Record<BlockType, Rules>> = {
  narrative: [[/^md$/, 'wording']],
  figures: [
    [/^rows\.[^.]+\.(label|note)$/, 'wording'],
    [/^rows(\.[^.]+)?$/, 'information'],
  ],
  dose: [
    [/^drug\.tallMan$/, 'code'],
    [/^(offLabel|calculator)$/, 'information'],
    [/^(reported|contrast)(\.[^.]+)?$/, 'information'],
    [/\.label$/, 'wording'],
    [/^(population|preparation\.diluent|adjustments\.[^.]+\.when)$/, 'instruction'],
  ],
  monitoring: [
    [/^schedule\.[^.]+\.label$/, 'wording'],
    // The order they are listed in, not what they are.
    [/^parameters(\.[^.]+\.thresholds)?$/, 'code'],
    [/^parameters\.[^.]+\.(name|thresholds\.[^.]+\.text)$/, 'instruction'],
  ],
  contraindication: [
    [/^rationale$/, 'wording'],
    [/^(condition|action)$/, 'instruction'],
  ],
  interaction: [
    [/^(with\.class|mechanism|effect)$/, 'wording'],
    [/^management$/, 'instruction'],
  ],
  checklist: [
    [/^phases\.[^.]+\.title$/, 'wording'],
    [/^phases\.[^.]+\.(mode|items)$/, 'information'],
    [/^phases\.[^.]+\.items\.[^.]+\.see$/, 'information'],
    [/^phases\.[^.]+\.(anchor|items\.[^.]+\.text)$/, 'instruction'],
  ],
  'adverse-response': [
    [/^(trigger|afterCare|steps\.[^.]+\.(text|call))$/, 'instruction'],
    [/^record$/, 'information'],
  ],
  glossary: [
    [/^terms(\.[^.]+)?$/, 'information'],
    [/./, 'wording'],
  ],
};

const HEADER: Rules = [
  [/^safetyLine$/, 'instruction'],
  [/^(type|sources\.[^.]+(\.certainty)?)$/, 'information'],
  [/^(language|jurisdiction|audience|setting|id)$/, 'clinical'],
  [/./, 'code'],
];

/** What the change of a field of a block means; a threshold's own words are its instruction, a local value's are not. */
export function findMeaning(type: BlockType, path: string): Meaning {
  return firstOf([...BY_TYPE[type], ...EVERY_BLOCK], path);
}

export function findHeaderMeaning(path: string): Meaning {
  return firstOf(HEADER, path);
}

function firstOf(rules: Rules, path: string): Meaning {
  return rules.find(([pattern]) => pattern.test(path))?.[1] ?? 'clinical';
}
