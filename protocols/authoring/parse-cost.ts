import { type Said, say } from '../schema/sentences';

/** Something in a text that would take the Markdown parser far longer than its length says, or end it. */
export interface Costly extends Said {
  /** Counted from 1 in the text given. */
  readonly line: number;
}

const DEEPEST = 40;
// The parser looks back from each of these for its partner, so its time grows with their square.
const SIGNS = /[*_~`[\]!<&()\\]/g;
const MOST_SIGNS = 500; // in one paragraph
const MOST_SIGNS_IN_ALL = 10_000;
const MOST_BARS = 2000; // in one table
const MOST_LINES = 1000; // without a blank one
const LONGEST_LINE = 20_000;

const FENCE = /^ {0,3}(?<fence>`{3,}|~{3,})(?<info>[^`]*)$/;
// Where HTML may begin, a fence need not be one. HTML is refused later; until then every line counts.
const HTML = /^ {0,3}<(?:[!?]|\/?[A-Za-z][A-Za-z0-9-]*(?:[\s/>]|$))/;
const CONTAINER = /^[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/;

/** The first place where a text is not fit to be parsed; no protocol a person writes has one. */
export function findCostly(text: string): Costly | undefined {
  const paragraph = new Paragraph();
  let signsInAll = 0;
  let fence: string | undefined;
  let holdsHtml = false;
  for (const [index, row] of text.split('\n').entries()) {
    const line = index + 1;
    const opening = FENCE.exec(row)?.groups;
    if (fence !== undefined) {
      const closes = opening?.['fence']?.startsWith(fence) === true && opening['info']?.trim() === '';
      if (closes) fence = undefined;
      continue; // data: read by another parser, which has limits of its own
    }
    holdsHtml ||= HTML.test(row);
    if (opening?.['fence'] !== undefined && !holdsHtml) {
      fence = opening['fence'];
      paragraph.end();
      continue;
    }
    if (row.length > LONGEST_LINE) return { line, ...say('cost-line', { most: LONGEST_LINE }) };
    if (isTooDeep(row)) return { line, ...say('deep', { levels: DEEPEST }) };
    if (row.trim() === '') paragraph.end();
    const signs = row.match(SIGNS)?.length ?? 0;
    signsInAll += signs;
    const said = paragraph.add(row, signs);
    if (said !== undefined) return { line, ...said };
    if (signsInAll > MOST_SIGNS_IN_ALL)
      return {
        line,
        ...say('cost-signs-all', { most: MOST_SIGNS_IN_ALL }),
      };
  }
  return undefined;
}

/** Lines with none blank between them: what the parser may have to take as one. */
class Paragraph {
  #signs = 0;
  #bars = 0;
  #lines = 0;

  end(): void {
    [this.#signs, this.#bars, this.#lines] = [0, 0, 0];
  }

  add(row: string, signs: number): Said | undefined {
    this.#signs += signs;
    this.#bars += row.split('|').length - 1;
    this.#lines++;
    if (this.#signs > MOST_SIGNS) return say('cost-signs', { most: MOST_SIGNS });
    if (this.#bars > MOST_BARS) return say('cost-cells', { most: MOST_BARS });
    return this.#lines > MOST_LINES ? say('cost-lines', { most: MOST_LINES }) : undefined;
  }
}

function isTooDeep(row: string): boolean {
  let rest = row;
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const sign = CONTAINER.exec(rest)?.[0];
    if (sign === undefined) return rest.search(/\S/) / 2 > DEEPEST;
    rest = rest.slice(sign.length);
  }
  return true;
}
