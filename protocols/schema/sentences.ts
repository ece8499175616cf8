/**
 * Every sentence the checks can say, by a code that stays the same when a sentence is reworded: what is wrong and, behind the
 * last semicolon, what to write instead. The page says them in its reader's language by their codes.
 */
export const SENTENCES = {
  'decimal-text': 'must be a decimal written as text, such as "0.5"',
  'decimal-long': 'has more digits than any amount',
  'decimal-form': 'must be a plain decimal such as 0.5: no trailing zero, comma or exponent',
  'id-text': 'must be an id such as dose-iv',
  'id-form': 'must be an id: lower-case letters, digits and hyphens, starting with a letter',
  'source-key-text': 'must be the key of a source',
  'source-key-form': 'must be the key of a source, such as S16',
  'unit-form': 'must be a unit of the table, such as mg/kg, mL/h or mm[Hg]',
  'duration-text': 'must be a duration such as PT40M',
  'duration-form': 'must be a duration such as PT40M, P3D or -PT15M; years and months are not allowed',
  'day-text': 'must be a day such as 2031-04-30',
  'day-form': 'must be a day that exists, such as 2031-04-30',
  'version-text': 'must be a version such as 1.0.0',
  'version-form': 'must be a version of three numbers, such as 1.0.0',
  'words-text': 'must be text',
  'words-empty': 'must not be empty',
  'words-half': 'holds half of a character; delete it and type the text again',
  uri: 'must be a URI',
  'mark-known': 'must be marked verified, second-hand, recalled or arithmetic',
  'sources-list': 'must list its sources',
  'sources-none': 'must name at least one source',
  'mark-any': 'must be marked verified, second-hand, recalled, arithmetic, local',
  derivation: 'an arithmetic value, and only that, says how it was worked out',
  'amount-form': 'must be an amount with unit, sources and mark, or local',
  'time-form': 'must be a duration with sources and mark, or local',
  'choices-two': 'must offer at least two choices',
  'amount-none': 'must hold at least one amount',
  'time-none': 'must hold at least one duration',
  operator: 'must start with < <= = >= >',
  'reference-form': 'must be a reference such as #dose-iv',
  route:
    'must be a route in full: intravenous, intramuscular, subcutaneous, sublingual, buccal, oral, intranasal, rectal',
  'row-one': 'must hold an amount or a time, one of the two',
  'rows-none': 'must have at least one row',
  action: 'must be one of observe, repeat, notify, hold, stop, emergency',
  'anchor-form': 'must be session.start, or a dose id with .start or .end',
  'schedule-form': 'must say when: at, every with from and until, continuous, or atLeast',
  'schedule-none': 'must say when to look',
  'parameters-none': 'must name what to look at',
  'phases-none': 'must have at least one phase',
  'steps-none': 'must have at least one step',
  'terms-none': 'must have at least one term',
  'block-type': 'must be a known block type',
  'web-address': 'must be a web address',
  'schema-version': 'must be 1, the form this program reads',
  jurisdiction: 'must be an ISO 3166 code such as US',
  'edition-form': 'must be an edition such as exa-session@2.1.0',
  'authors-none': 'must name an author',
  'sources-listed': 'must list its sources, one at least',
  'sections-none': 'must have at least one section',
  'one-of': 'must be one of {values}',
  'expected-list': 'must be a list',
  'expected-record': 'must be a group of fields',
  'expected-flag': 'must be true or false',
  'expected-number': 'must be a number',
  'not-in-form': 'is not in the form asked for here',
  'too-few': 'must have at least {count}',
  'too-many': 'must have at most {count}',
  'unknown-field': '"{name}" is not a field here',
  deep: 'is nested more than {levels} levels deep',
  'range-units': '{unit} does not measure the same thing as {other} in {name}; write both in one kind of unit',
  'range-falls': '{next} {high} is below {name} {low}; the values must rise from min to usual to max',
  'choices-rise': 'choices must rise, in one kind of unit',
  'times-fall': '{next} {high} is shorter than {low} before it; the times must rise from min to usual to max',
  dimension: '{unit} is a {dimension}; a {allowed} is needed here',
  'ceiling-low': '{high} is below the dose itself, which starts at {low}; correct one of the two',
  bidi: 'holds {name}, a character that turns the reading direction; delete it and type the text again',
  invisible: 'holds {name}, a character that nobody sees; delete it and type the text again',
  'schedule-many': 'gives more than {most} times; write a longer interval or an earlier end',
  'schedule-empty':
    'every {every} from {from} until {until} gives no times; write an interval above nothing and an end after the start',
  'parameter-unknown': '"{id}" is not a parameter of this block; write one of {known}',
  'limit-no-unit': '{name} has a limit and no unit; write the unit it is read in',
  'limit-unit': '{unit} does not measure what {name} is read in; write the limit in {asked}',
  'action-weaker':
    '{action} is weaker than {asked}, which a milder reading already asks for; write {asked} or stronger',
  'phase-signed-empty': 'a phase that is signed must have items; add them, or take away signOff',
  'item-role': 'a required item must say whose it is; write role: and who does it',
  'item-options': 'a choice must list its options, such as options: [one, two]',
  'item-unit': 'a quantity must name its unit, such as unit: kg',
  'item-range': 'max {max} is below min {min}; correct one of the two',
  'prose-html':
    'holds raw HTML, which a reader would not be shown; write Markdown, and "less than" for a "<" before a letter',
  'prose-image': 'holds an image, which a reader would not be shown; say it in words',
  'id-twice': 'the id "{id}" is used twice, first at {first}; write another id here',
  'id-twice-within': 'the id "{id}" is used twice in this block; write another id here',
  'id-retired-used': '"{id}" was retired and may not be used again; give the new part another id',
  'id-retired-twice': '"{id}" is retired twice; keep one of the two',
  'target-missing': 'points to {target}, which is not in this protocol; write the id of a block or section',
  'value-missing':
    '{reference} does not name a value of this protocol; write {{block.field}}, such as {{dose-iv.amount.usual}}',
  'value-broken': '{reference} is not a reference; write {{block.field}}, such as {{dose-iv.amount.usual}}',
  'anchor-missing': '"{id}" is not a dose of this protocol; write session.start, or a dose id with .start or .end',
  'change-missing': '"{id}" is not a block of this protocol; write the id of one',
  'replacement-missing': '"{id}" is not in this protocol; write the id of a block of it',
  'period-ends-early': 'ends {end}, before it starts {start}; write a later end, or open',
  'review-early': 'review by {day} must be after the start, {start}; write a later day',
  'approval-missing':
    'an active protocol must say when it was approved; write approvalDate: and the day, or status: draft',
  'reviewer-missing':
    'an active protocol needs a reviewer who is not its only author; name one under reviewers, or write status: draft',
  'source-twice': 'source {key} is listed twice; keep one, or give the other a key of its own',
  'source-unlisted': 'cites {key}, which sources[] does not list; list it, or write the key of one that is listed',
  'source-unused': 'nobody cites source {key}; remove it or cite it',
  'yaml-field': 'is no field; write "name: value" on a line of its own, and quotes around a text that holds ": "',
  'yaml-missing': 'lacks a sign; close every quote, and write "name: value" or "- " before each entry',
  'yaml-indent':
    'is not set in like the lines it belongs to, or a bracket is not closed; set it in by as many spaces, or close the bracket',
  'yaml-tab': 'is set in by a tab; use spaces',
  'yaml-start': 'begins with a sign no text can begin with; write quotes around the text',
  'yaml-sign': 'has a sign or a word where none can stand; take it out, or write quotes around the whole text',
  'yaml-escape': 'has a backslash that means nothing between double quotes; write two of them',
  'yaml-divided': 'has a line of --- in it; take it out',
  'yaml-broken': 'cannot be read; write "name: value", one field to a line',
  'yaml-twice': 'says "{name}" twice; keep one of them',
  'yaml-alias': 'uses an alias (&name, *name); write the value out',
  'document-large': 'is larger than {most} characters; split the document',
  'file-unreadable': 'could not be read ({reason})',
  'file-not-whole': 'is not whole: it may have been cut short; copy it here again',
  'file-name': 'says it is {name}, which is not what its file is called; rename the file',
  'file-same-edition': 'is the same edition as {first}; remove one of the two',
  'shipped-altered': 'was changed on this computer after it was built; install Handrail again',
  'shipped-unreadable': 'could not be read ({reason}); install Handrail again',
  'front-matter-missing': 'must begin with front matter: a line of ---, the fields, and another line of ---',
  'before-heading': 'stands before the first heading; begin with "# Title {#id}"',
  'heading-id': 'a heading must end with its id, such as "# Dose {#dose}"',
  'fence-open': 'the fence is never closed: the file may have been cut short',
  'fence-type': 'a fence must say what it holds, such as ```yaml dose',
  'quantity-form': '"{text}" must be a number, one space and a unit, such as 0.5 mg/kg',
  'decimal-zero': '"{value}" is not a plain decimal; write it without the trailing zero',
  'decimal-bare': '"{value}" is not a plain decimal; write {instead}, with the leading zero',
  'decimal-comma': '"{value}" is not a plain decimal; write it without the comma',
  'decimal-other': '"{value}" is not a plain decimal; write it with digits and at most one point, such as 0.5',
  'unit-unknown': '"{unit}" is not a unit of the table',
  'unit-instead': '"{unit}" is not a unit of the table; write {instead}',
  'value-form': '"{text}" must be a value, with its mark and sources in brackets after it',
  'comparison-form': '"{text}" must start with <, <=, =, >= or > and a space, such as >= 180 mmHg',
  'step-form': '"{text}" must be a step and a direction, such as 1 mg down',
  'cost-line': 'is a line of more than {most} characters; break it up',
  'cost-signs': 'is where a paragraph has more than {most} signs such as * or [; split it',
  'cost-signs-all': 'is where the text has more than {most} signs of Markdown; split the document',
  'cost-cells': 'is where a table has more than {most} cells; split it',
  'cost-lines': 'is where more than {most} lines stand without a blank one; put one between',
  'edition-other-id': 'is {id}, but the edition before it is of {before}',
  'version-not-higher': '{version} must be higher than {before}, the edition before it',
  'version-too-low': '{version} must be at least {needed}, because this is a {bump} change from {before} ({because})',
  'part-gone':
    '"{id}" was in {before} and is gone: add it to retired with the reason, or, if it is the same text reworded, write {#{id}} behind it',
  'retired-reused': '"{id}" was retired in an earlier edition and may not be used again; take a new id',
  'retired-forgotten': '"{id}" was retired in an earlier edition and must stay in retired',
  'part-other-kind': '"{id}" was a {was} in {before} and is a {is} now: take a new id and retire the old one',
  'change-unnamed': 'does not name "{id}", which was {kind}: add it with a label ({labels}), a reason and sources',
  'change-label': '"{id}" was {kind}; {label} does not say so, {labels} would',
  'change-hidden': '"{id}" changes what is done; {label} would hide that, amended or corrected says it',
  'own-id-foreign': 'begins with own-, which only procedures written in the program do; give it another id',
  'own-status': 'is {status}, which only an approval can say; write status: draft',
  'own-id-taken': '{written} is the id of another document on this computer; write id: {id}',
  'own-id-prefix': '{written} does not begin with own-; write id: {id}',
  'own-id-other': '{written} is not the id this procedure was begun with; write id: {id}',
  'own-id-shadowed': 'is the id of another document; that one is shown in its place',
  'own-altered': 'is not what was saved: the list of procedures was changed on this computer; start Handrail again',
  'own-not-as-saved': 'must be {id} {version}, {status}, as it was saved',
} as const satisfies Readonly<Record<string, string>>;

export type SentenceCode = keyof typeof SENTENCES;

/** What a sentence is filled in with; of a list, any one is meant. */
export type SentenceParams = Readonly<Record<string, string | number | readonly string[]>>;

/** A sentence as it is said in English, with what it takes to say it in another language. */
export interface Said {
  readonly message: string;
  readonly code: SentenceCode;
  readonly params?: SentenceParams;
}

/** Says a sentence of the table. */
export function say(code: SentenceCode, params?: SentenceParams): Said {
  return { message: fillIn(SENTENCES[code], params), code, ...(params === undefined ? {} : { params }) };
}

/** A sentence with its blanks filled in. References in double braces are part of the sentence. */
export function fillIn(sentence: string, params: SentenceParams = {}, or = ' or '): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (blank: string, name: string) => {
    const value = params[name];
    if (value === undefined) return blank;
    return typeof value === 'object' ? value.join(or) : String(value);
  });
}

const BY_SENTENCE: ReadonlyMap<string, SentenceCode> = new Map(
  Object.entries(SENTENCES).map(([code, sentence]) => [sentence, code as SentenceCode]),
);

/** The code of a sentence without blanks: the schemas carry their sentences as text. */
export function findCode(sentence: string): SentenceCode | undefined {
  return BY_SENTENCE.get(sentence);
}
