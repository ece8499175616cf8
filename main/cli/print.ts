import { resolve } from 'node:path';
import type { PrintAnswer } from '../print/print-and-exit';
import { DOSE_OPTIONS, parsePrintRequest, toPrintSwitch } from '../print/print-request';
import { askProgram } from './ask-program';
import { type Command, readOptions } from './command';

/** Prints a sheet to a file by the program itself, so that a script gets the very page a clinician gets. */
export const printCommand: Command = {
  usage:
    '--sheet NAME --protocol ID[@VERSION] --paper A4|Letter --lang en|fr --out FILE [--library FOLDER] [--json]; for a dose also --block ID [--copies 1|2] [--weight 70.5 …]',
  about: 'Prints a sheet of a protocol as PDF. The newest edition unless a version is said.',
  teaches: [
    'Sheets:',
    '  checklist                the session checklist',
    '  flowsheet                the monitoring flowsheet, one landscape page',
    '  dose                     the dose sheet of one block, half a page; --copies 2 fills the page',
    '  protocol                 the whole protocol; without a window it has no clinic notes',
    '  emergency                the emergency cards on one page',
    '  esketamine-monitoring    the form that reports a session, for a protocol that lists its fields',
    '',
    'A dose sheet is blank unless something is entered for it:',
    '  --weight 70.5 --height 170 --sex female|male --amount 0.5 --over 40 --vial 50 --made-up 50',
    '  --given 35 --weighed-on 2027-01-31',
    'In kilograms, centimetres, the unit of the block, minutes, milligrams per millilitre, millilitres and milligrams.',
    'Each is read as the program reads it on screen; what it refuses stays a blank, and the sheet says why. Without a',
    'window nobody has turned the calculator on, so the sheet gives what was entered and no dose.',
    '',
    'Example:',
    '  npm run protocols -- print --sheet flowsheet --protocol iv-ketamine-depression --paper Letter --lang fr --out flow.pdf',
  ].join('\n'),
  async run(args) {
    const { json, find } = readOptions(args, [...ASKED, 'lang', 'library']);
    const asked = Object.fromEntries(ASKED.flatMap((name) => [[name, find(name)] as const]).filter(isGiven));
    const words = { ...asked, paper: find('paper') ?? 'A4', language: find('lang') ?? 'en' };
    const request = parsePrintRequest(words);
    if (!request.ok) return refuse(json, { kind: 'not-understood', message: request.error });
    const library = find('library');
    const switches = [toPrintSwitch(words), ...(library === undefined ? [] : [`--library=${resolve(library)}`])];
    const answer = await askProgram({ switches, isAnswer, seconds: 60 });
    if ('failure' in answer) return refuse(json, answer.failure);
    const { file, pages } = answer.printed;
    console.log(json ? JSON.stringify(answer.printed) : `${pages} ${pages === 1 ? 'page' : 'pages'}, ${file}`);
    return 0;
  },
};

const ASKED = ['sheet', 'protocol', 'paper', 'out', 'block', 'copies', ...DOSE_OPTIONS];

function isGiven(entry: readonly [string, string | undefined]): entry is readonly [string, string] {
  return entry[1] !== undefined;
}

type Failure = Extract<PrintAnswer, { failure: unknown }>['failure'];

function refuse(json: boolean, failure: Failure): number {
  console.error(toSentence(failure));
  if (json) console.log(JSON.stringify({ failure }));
  return failure.kind === 'nothing-to-print' ? 1 : 2;
}

function toSentence(failure: Failure): string {
  switch (failure.kind) {
    case 'not-found':
      return `There is no readable edition ${failure.key.id}${failure.key.version === '' ? '' : `@${failure.key.version}`}. Nothing was printed.`;
    case 'out-of-use':
      return `${failure.key.id}@${failure.key.version} is no longer in use. Nothing was printed.`;
    case 'nothing-to-print':
      return `${failure.key.id}@${failure.key.version} has nothing for the sheet "${failure.sheet}". Nothing was printed.`;
    case 'not-written':
      return `${failure.file} was not written: ${failure.message}. An earlier file of that name is unchanged.`;
    case 'not-laid-out':
    case 'not-printed':
      return `The sheet was not printed: ${failure.message}.`;
    case 'no-printer':
    case 'cancelled':
      return `The sheet was not printed: ${failure.kind}.`;
    case 'not-understood':
      return failure.message;
    default:
      return failure satisfies never;
  }
}

function isAnswer(data: unknown): data is PrintAnswer {
  return typeof data === 'object' && data !== null && ('printed' in data || 'failure' in data);
}
