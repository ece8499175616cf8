import { resolve } from 'node:path';
import { z } from 'zod';
import { Slug, Version } from '../../protocols/schema/scalars';
import { type Result, fail, ok } from '../../protocols/schema/result';

const Request = z.object({
  sheet: z.literal('checklist', { error: 'Only the sheet "checklist" can be printed.' }),
  id: z.string({ error: 'Say which protocol with --protocol ID or ID@VERSION.' }).pipe(Slug),
  /** The newest edition when absent. */
  version: Version.optional(),
  paper: z.enum(['A4', 'Letter'], { error: 'The paper is A4 or Letter.' }),
  language: z.enum(['en', 'fr'], { error: 'The language is en or fr.' }),
  out: z.string({ error: 'Say where to with --out FILE.' }).min(1, 'Say where to with --out FILE.'),
});
export type PrintRequest = Readonly<z.infer<typeof Request>>;

/** What the command line or the start switches ask for, not yet trusted. */
export interface AskedPrint {
  readonly sheet: string | undefined;
  readonly protocol: string | undefined;
  readonly paper: string | undefined;
  readonly language: string | undefined;
  readonly out: string | undefined;
}

/** Reads what was asked, or says in one sentence what to write instead. */
export function parsePrintRequest({ protocol, ...asked }: AskedPrint): Result<PrintRequest, string> {
  const [id, version] = protocol?.split('@', 2) ?? [];
  const parsed = Request.safeParse({ ...asked, id, ...(version === undefined ? {} : { version }) });
  if (!parsed.success) return fail(toSentence(parsed.error.issues[0]));
  return ok({ ...parsed.data, out: resolve(parsed.data.out) });
}

/** The print a program start asks for by its switches; undefined when it asks for none. */
export function findPrintRequest(argv: readonly string[]): Result<PrintRequest, string> | undefined {
  const find = (name: string): string | undefined =>
    argv.findLast((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
  const sheet = find('print-sheet');
  if (sheet === undefined) return undefined;
  return parsePrintRequest({
    sheet,
    protocol: find('print-protocol'),
    paper: find('print-paper'),
    language: find('print-lang'),
    out: find('print-out'),
  });
}

/** The switches that ask a program start for this print. */
export function toPrintSwitches({ sheet, id, version, paper, language, out }: PrintRequest): string[] {
  const protocol = version === undefined ? id : `${id}@${version}`;
  return [
    `--print-sheet=${sheet}`,
    `--print-protocol=${protocol}`,
    `--print-paper=${paper}`,
    `--print-lang=${language}`,
    `--print-out=${out}`,
  ];
}

function toSentence(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'This print cannot be read.';
  const { path, message } = issue;
  // The schema's own words begin with "must": they need to be told what they are about.
  return message.startsWith('must') ? `The protocol's ${String(path[0])} ${message.replace(/\.?$/, '.')}` : message;
}
