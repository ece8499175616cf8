import type { Block, BlockOf } from '../schema/blocks';
import type { Protocol } from '../schema/protocol';
import type { Amount, AmountRange, Time, TimeRange } from '../schema/values';
import { toComparisonWords, toDisplayDuration, toDisplayValue } from '../text/display';
import { resolveTextReference, splitTextReferences } from '../text/text-references';
import { isSet } from '../schema/is-set';

/**
 * The text of a block in pieces that stay together in a result: a label never loses its number, and the anaesthetic
 * amounts a dose is contrasted with never stand without the words that say so.
 */
export function toPieces(protocol: Protocol, block: Block): string[] {
  return (
    piecesOf(protocol, block)
      // No-break spaces stay: no line may break inside a quantity.
      .map((piece) => piece.replaceAll(/[ \t\r\n]+/g, ' ').trim())
      .filter((piece) => piece !== '')
  );
}

function piecesOf(protocol: Protocol, block: Block): string[] {
  switch (block.type) {
    case 'narrative':
      return [...toSentences(toProse(protocol, block.md)), block.contested ?? ''];
    case 'figures':
      return block.rows.map((row) => join(`${row.label}: ${range(row.amount ?? row.time)}`, row.note));
    case 'dose':
      return dosePieces(block);
    case 'monitoring':
      return monitoringPieces(block);
    case 'contraindication':
      return [
        join(block.condition, ...(block.criteria ?? [])),
        `${block.action} ${block.rationale}`,
        block.contested ?? '',
      ];
    case 'interaction':
      return [
        join(block.with.name, block.with.class, block.effect),
        block.management,
        block.mechanism,
        block.separateBy === undefined ? '' : `Keep apart: ${value(block.separateBy)}`,
        block.contested ?? '',
      ];
    case 'checklist':
      return block.phases.flatMap(({ title, items }) => [title, ...items.map((item) => item.text)]);
    case 'adverse-response':
      return [
        block.trigger,
        ...block.steps.map((step) => join(step.text, step.call, step.amount && range(step.amount), step.contested)),
        block.afterCare ?? '',
        join(...(block.record ?? [])),
      ];
    case 'glossary':
      break;
  }
  return block.terms.map(
    (entry) => `${[entry.term, ...entry.abbreviations, ...entry.synonyms].join(', ')}: ${entry.definition}`,
  );
}

function dosePieces(block: BlockOf<'dose'>): string[] {
  const { drug, route, method, amount, over, cap, rate, weightRange, preparation } = block;
  return [
    join(`${drug.name}, ${route}: ${range(amount)}`, over && `over ${range(over)}`),
    cap === undefined ? '' : `Maximum in one session: ${value(cap)}`,
    ...(block.limits ?? []).map(
      (limit) => `Maximum per ${limit.per === 'session' ? 'session' : spoken(limit.per)}: ${value(limit.amount)}`,
    ),
    rate === undefined ? '' : `Rate: ${range(rate)}`,
    weightRange === undefined ? '' : `Weight from ${value(weightRange.min)} to ${value(weightRange.max)}`,
    preparation === undefined
      ? ''
      : join(
          `Preparation: ${value(preparation.concentration)}`,
          preparation.diluent,
          preparation.totalVolume && value(preparation.totalVolume),
        ),
    join(method.replace('-', ' '), block.population, block.offLabel === true ? 'off-label' : undefined),
    ...(block.repeat ?? []).map((entry) =>
      join(
        entry.label,
        entry.interval && `every ${spoken(entry.interval)}`,
        entry.within && `within ${spoken(entry.within)}`,
      ),
    ),
    ...(block.adjustments ?? []).map((entry) =>
      join(`${entry.when}: ${entry.action}`, entry.amount && value(entry.amount)),
    ),
    ...(block.reported ?? []).map((entry) => `Reported. ${entry.label}: ${range(entry.amount)}`),
    ...(block.contrast ?? []).map((entry) => `Not this dose. ${entry.label}: ${range(entry.amount)}`),
    block.contested ?? '',
  ];
}

function monitoringPieces(block: BlockOf<'monitoring'>): string[] {
  const times = block.schedule.map((entry) => {
    if ('every' in entry) return join(entry.label, `every ${spoken(entry.every)} until ${spoken(entry.until)}`);
    if ('at' in entry) return join(entry.label, entry.at.map(spoken).join(', '));
    return 'continuous' in entry
      ? join(entry.label, 'continuous')
      : join(entry.label, `at least ${value(entry.atLeast)}`);
  });
  const limits = block.parameters.flatMap(({ name, thresholds = [] }) => [
    name,
    ...thresholds.map(({ when, text, contested }) => {
      const { before, after } = toComparisonWords(when, 'en');
      return join(`${name} ${[before, value(when.amount), after].filter(Boolean).join(' ')}: ${text}`, contested);
    }),
  ]);
  return [...times, ...limits];
}

function toProse(protocol: Protocol, md: string): string {
  return splitTextReferences(md)
    .map(({ text, reference }) => {
      if (!reference) return text.replaceAll(/[*_`>#|]|^\s*[-+]\s/gm, ' ');
      const found = resolveTextReference(protocol, text);
      return found === undefined ? '' : value(found);
    })
    .join('');
}

function toSentences(prose: string): string[] {
  return prose.split(/(?<=[.!?])\s+(?=\p{Lu})|\n{1,2}/u);
}

// A number that was not read in its source must not look, in a result, like one that was.
function value(amount: Amount | Time): string {
  const shown = toDisplayValue(amount, 'en');
  if (shown === undefined || !isSet(amount))
    return join('the clinic sets this', 'text' in amount ? amount.text?.replace(/\.$/, '') : undefined);
  return amount.mark === 'second-hand' || amount.mark === 'recalled' ? `${shown} (not verified)` : shown;
}

function range(of: AmountRange | TimeRange | undefined): string {
  if (of === undefined) return '';
  const named = (
    [
      ['minimum', of.min],
      ['usual', of.usual],
      ['maximum', of.max],
    ] as const
  ).filter(([, amount]) => amount !== undefined);
  // A lone figure is simply the figure.
  const words = named.map(([name, amount]) =>
    amount === undefined ? '' : `${named.length === 1 && name === 'usual' ? '' : name} ${value(amount)}`,
  );
  return [...words, ...('choices' in of ? [(of.choices ?? []).map(value).join(' or ')] : [])]
    .filter(Boolean)
    .join(', ');
}

function spoken(duration: string): string {
  return toDisplayDuration(duration, 'en');
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
