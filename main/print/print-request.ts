import { resolve } from 'node:path';
import { z } from 'zod';
import { PrintJobSchema } from '../../protocols/contract/call-arguments';
import type { DoseEntries, PrintJob } from '../../protocols/contract/calls';
import { Day, Slug, Version } from '../../protocols/schema/scalars';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { SHEET_KINDS } from '../../protocols/sheets/printable';

/** What is typed for a dose sheet; each is an option of the command line by this name. */
export const DOSE_OPTIONS = [
  'weight',
  'height',
  'sex',
  'amount',
  'over',
  'vial',
  'made-up',
  'given',
  'weighed-on',
] as const;

const Request = z.object({
  sheet: z.enum(SHEET_KINDS, { error: `The sheet is one of ${SHEET_KINDS.join(', ')}.` }),
  id: z.string({ error: 'Say which protocol with --protocol ID or ID@VERSION.' }).pipe(Slug),
  /** The newest edition when absent. */
  version: Version.optional(),
  paper: z.enum(['A4', 'Letter'], { error: 'The paper is A4 or Letter.' }),
  language: z.enum(['en', 'fr'], { error: 'The language is en or fr.' }),
  out: z.string({ error: 'Say where to with --out FILE.' }).min(1, 'Say where to with --out FILE.'),
  block: Slug.optional(),
  copies: z.enum(['1', '2'], { error: 'One or two copies stand on a page: --copies 1 or 2.' }).optional(),
  sex: z.enum(['female', 'male'], { error: 'The sex is female or male, where the protocol asks for it.' }).optional(),
  'weighed-on': Day.optional(),
});

/** A print asked for without a window. */
export interface PrintRequest {
  readonly job: PrintJob;
  /** The newest edition is meant: the version of the job is empty. */
  readonly newest: boolean;
  readonly out: string;
}

/** What the command line or a start switch asks for, not yet trusted: words by the names of the options. */
export type AskedPrint = Readonly<Record<string, string | undefined>>;

/** Reads what was asked, or says in one sentence what to write instead. */
export function parsePrintRequest({ protocol, ...asked }: AskedPrint): Result<PrintRequest, string> {
  const [id, version] = protocol?.split('@', 2) ?? [];
  const parsed = Request.safeParse({ ...asked, id, ...(version === undefined ? {} : { version }) });
  if (!parsed.success) return fail(toSentence(parsed.error.issues[0]));
  const { sheet, paper, language, out, block, copies } = parsed.data;
  const key = { id: parsed.data.id, version: parsed.data.version ?? '' };
  const done = (job: PrintJob): Result<PrintRequest, string> =>
    ok({ job, newest: parsed.data.version === undefined, out: resolve(out) });
  if (sheet !== 'dose') {
    const foreign = [...DOSE_OPTIONS, 'block', 'copies'].find((name) => asked[name] !== undefined);
    if (foreign !== undefined) return fail(`Only the dose sheet takes --${foreign}.`);
    return done({ sheet, key, paper, language });
  }
  if (block === undefined) return fail('Say which dose with --block ID, the id of a dose block.');
  const entered = toEntered(asked, block);
  const job: PrintJob = {
    sheet,
    key,
    paper,
    language,
    block,
    ...(entered === undefined ? {} : { entered }),
    ...(copies === undefined ? {} : { copies: copies === '2' ? 2 : 1 }),
  };
  // The page takes no more than the schema does; said here, before a program is started for it.
  const known = PrintJobSchema.safeParse({ ...job, key: { ...key, version: '0.0.0' } });
  return known.success ? done(job) : fail('What was entered for the dose is longer than any dose.');
}

function toEntered(asked: AskedPrint, block: string): DoseEntries | undefined {
  const given = DOSE_OPTIONS.filter((name) => asked[name] !== undefined);
  if (given.length === 0) return undefined;
  const fields = given.map((name) => [
    toField(name),
    name === 'given' ? [{ block, amount: asked[name] }] : asked[name],
  ]);
  return Object.fromEntries(fields) as DoseEntries; // texts, and one list of them
}

function toField(name: (typeof DOSE_OPTIONS)[number]): keyof DoseEntries {
  if (name === 'made-up') return 'madeUp';
  return name === 'weighed-on' ? 'weighedOn' : name;
}

const SWITCH = '--print=';

/** The print a program start asks for by its switch; undefined when it asks for none. */
export function findPrintRequest(argv: readonly string[]): Result<PrintRequest, string> | undefined {
  const asked = argv.findLast((argument) => argument.startsWith(SWITCH))?.slice(SWITCH.length);
  if (asked === undefined) return undefined;
  try {
    const words = z.record(z.string(), z.string()).safeParse(JSON.parse(asked));
    if (words.success) return parsePrintRequest(words.data);
  } catch {
    // Not JSON: answered below.
  }
  return fail('This print cannot be read.');
}

/** The switch that asks a program start for this print; it is read and checked again there. */
export function toPrintSwitch(asked: AskedPrint): string {
  return SWITCH + JSON.stringify({ ...asked, out: resolve(asked['out'] ?? '') });
}

function toSentence(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'This print cannot be read.';
  const { path, message } = issue;
  const name = String(path[0]);
  // The schema's own words begin with "must": they need to be told what they are about.
  if (!message.startsWith('must')) return message;
  const about = name === 'block' || name === 'weighed-on' ? `--${name}` : `The protocol's ${name}`;
  return `${about} ${message.replace(/\.?$/, '.')}`;
}
