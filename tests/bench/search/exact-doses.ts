import type { Protocol } from '../../../protocols/schema/protocol';
import { walkBlocks, walkObjects } from '../../../protocols/schema/walk-blocks';
import type { BenchRecord } from './corpus';

/** Every amount of the dose blocks of documents, as a person types it: each must stand in what is found for it. */
export function toExactDoses(library: readonly Protocol[]): string[] {
  const amounts = library.flatMap((protocol) =>
    [...walkBlocks(protocol)].flatMap(({ block, path }) =>
      block.type === 'dose' ? [...walkObjects(block, path)].map(({ node }) => node) : [],
    ),
  );
  return [
    ...new Set(
      amounts.flatMap(({ value, unit }) =>
        /^mg(\/kg)?(\/h)?$/.test(String(unit)) ? [`${String(value)} ${String(unit)}`] : [],
      ),
    ),
  ];
}

/** For each dose the share, 0 to 1, of the places found that hold that very dose; 0 where nothing was found. */
export function toPrecision(
  found: readonly { readonly dose: string; readonly places: readonly string[] }[],
  records: Iterable<BenchRecord>,
): { readonly dose: string; readonly precision: number }[] {
  const textAt = readTexts(new Set(found.flatMap(({ places }) => places)), records);
  return found.map(({ dose, places }) => {
    const held = places.filter((place) => toDosePattern(dose).test(textAt(place)));
    return { dose, precision: places.length === 0 ? 0 : held.length / places.length };
  });
}

/** The texts at places; a paragraph has none of its own, so it gets that of the section it stands in. */
function readTexts(places: ReadonlySet<string>, records: Iterable<BenchRecord>): (place: string) => string {
  const sectionOf = (place: string): string => place.split('/').slice(0, 2).join('/');
  const wanted = new Set([...places].flatMap((place) => [place, sectionOf(place)]));
  const texts = new Map<string, string>();
  for (const { place, heading, body } of records) if (wanted.has(place)) texts.set(place, `${heading}\n${body}`);
  return (place) => texts.get(place) ?? texts.get(sectionOf(place)) ?? '';
}

/** The dose as a whole word, also as the beginning of a range: not within another number, nor of a longer unit. */
export function toDosePattern(dose: string): RegExp {
  const [number = '', unit = ''] = dose.split(' ');
  const exact = number.replaceAll('.', String.raw`\.`);
  const range = String.raw`(?:\s*(?:–|-|to|and|or)\s*[\d.]+)?`;
  const spelt = unit.replaceAll(/\/(h|kg)/g, (_, of) => String.raw`(?:\/|\s+per\s+)${of === 'h' ? 'h(?:our)?' : of}`);
  return new RegExp(String.raw`(?<![\d.,])${exact}${range}\s*${spelt}(?![\p{L}\d/]|\s+per\b)`, 'u');
}
