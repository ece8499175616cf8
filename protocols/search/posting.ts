/** Where in an entry a term stands, as bits of one number. `own`: it names this entry itself, not only what it belongs to. */
export const FIELD = { title: 1, aliases: 2, heading: 4, body: 8, own: 16, inherited: 32 } as const;

/** The best place a term has in an entry: in its own name, in a name above it, in its text. */
export const PLACE = { own: 0, above: 1, text: 2 } as const;

const NAMED = FIELD.title | FIELD.aliases | FIELD.heading | FIELD.own;

const WEIGHTS: readonly (readonly [bit: number, weight: number])[] = [
  [FIELD.title, 3],
  [FIELD.aliases, 2.5],
  [FIELD.heading, 1.5],
  [FIELD.inherited, 1],
  [FIELD.body, 1],
];

// BM25's saturation and length part. The usual length is fixed, so that an entry's impact does not depend on what else
// is loaded, and the part of frequency is kept so small that no number of mentions lifts a weaker kind of match over a
// stronger one in the same place.
const SATURATION = 1.2;
const LENGTH_PART = 0.7;
const USUAL_LENGTH = 40;
const FREQUENCY_PART = 0.1;

// One byte says the place, the weight of the fields and how frequent the term is. Text has two weights and is where
// frequency tells most; names have sixteen weights in each of two places, so that frequency has few steps left.
const TEXT_STEPS = 48;
const TEXT_CODES = 2 * TEXT_STEPS;
const NAME_STEPS = 5;
const NAME_WEIGHTS = 16;
const LIGHTEST_NAME = 1.5;

interface Decoded {
  readonly place: number;
  readonly impact: number;
}

/** What a posting says beside its entry: the places of a term, and how frequent it is for the length of the text. */
export function toPosting(fields: number, count: number, length: number): number {
  const frequency = count / (1 - LENGTH_PART + (LENGTH_PART * length) / USUAL_LENGTH);
  const share = frequency / (SATURATION + frequency);
  const weight = WEIGHTS.reduce((sum, [bit, part]) => ((fields & bit) === 0 ? sum : sum + part), 0);
  if ((fields & NAMED) === 0) return (weight > 1 ? TEXT_STEPS : 0) + Math.floor(share * TEXT_STEPS);
  const place = (fields & FIELD.own) === 0 ? PLACE.above : PLACE.own;
  const step = Math.max(0, (weight - LIGHTEST_NAME) * 2);
  return TEXT_CODES + (place * NAME_WEIGHTS + step) * NAME_STEPS + Math.floor(share * NAME_STEPS);
}

function decode(posting: number): Decoded {
  if (posting < TEXT_CODES) {
    const weight = posting < TEXT_STEPS ? 1 : 2;
    return { place: PLACE.text, impact: toImpact(weight, ((posting % TEXT_STEPS) + 0.5) / TEXT_STEPS) };
  }
  const code = posting - TEXT_CODES;
  const step = Math.floor(code / NAME_STEPS);
  const weight = LIGHTEST_NAME + (step % NAME_WEIGHTS) / 2;
  return {
    place: step < NAME_WEIGHTS ? PLACE.own : PLACE.above,
    impact: toImpact(weight, ((code % NAME_STEPS) + 0.5) / NAME_STEPS),
  };
}

function toImpact(weight: number, share: number): number {
  return weight * (1 - FREQUENCY_PART + FREQUENCY_PART * share);
}

const DECODED = Array.from({ length: 256 }, (_, posting) => decode(posting));

/** By the byte of a posting: how much the term says about the entry. */
export const IMPACTS = Float64Array.from(DECODED, ({ impact }) => impact);

/** By the byte of a posting: the best place of the term. */
export const PLACES = Uint8Array.from(DECODED, ({ place }) => place);

/** For each place a posting that stands there: where only the place of a phrase is kept. */
export const SOME_POSTING = Uint8Array.from([PLACE.own, PLACE.above, PLACE.text], (place) => PLACES.indexOf(place));
