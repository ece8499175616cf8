import { resolve } from 'node:path';
import type { BinderAnswer } from '../binder/binder-and-exit';
import { toBinderSwitch } from '../binder/binder-request';
import { askProgram } from './ask-program';
import { type Command, readOptions } from './command';

/** Makes the downtime binder by the program itself, so that its pages are the very ones a clinician prints. */
export const binderCommand: Command = {
  usage: '--out DIR [--lang en|fr] [--data DIR] [--library FOLDER] [--json]',
  about: 'Puts the library into a new folder of plain HTML, to be read in any browser when Handrail cannot run.',
  teaches: [
    'The folder holds index.html, the emergency cards, and one file per protocol; nothing in it runs or asks a network.',
    'DIR must not exist yet: it is written whole or not at all.',
    '--data DIR  takes the notes in force and the values the clinic set from this data folder; Handrail must be closed on',
    '            it. Without it the binder has none.',
    'Each page carries the code of its content, without a time: the same content gives the same code.',
    '',
    'Example:',
    '  npm run protocols -- binder --out /media/stick/handrail --lang fr',
  ].join('\n'),
  async run(args) {
    const { json, find } = readOptions(args, ['out', 'lang', 'data', 'library']);
    const out = find('out');
    const language = find('lang') ?? 'en';
    if (out === undefined) return refuse('Say where to with --out DIR.');
    if (language !== 'en' && language !== 'fr') return refuse('The language is en or fr.');
    const library = find('library');
    console.error('making the binder…');
    const answer = await askProgram({
      switches: [
        toBinderSwitch({ folder: resolve(out), language }),
        ...(library === undefined ? [] : [`--library=${resolve(library)}`]),
      ],
      isAnswer,
      seconds: 600,
      data: find('data'),
    });
    if ('failure' in answer) {
      if (json) console.log(JSON.stringify(answer));
      return refuse(toSentence(answer.failure));
    }
    const { folder, protocols, files } = answer.made;
    console.log(json ? JSON.stringify(answer.made) : `${protocols} protocols, ${files} files, ${folder}`);
    return 0;
  },
};

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

function isAnswer(data: unknown): data is BinderAnswer {
  return typeof data === 'object' && data !== null && ('made' in data || 'failure' in data);
}

function toSentence(failure: Extract<BinderAnswer, { failure: unknown }>['failure']): string {
  switch (failure.kind) {
    case 'exists':
      return `${failure.folder} is there already and was not touched. Name a folder that does not exist yet.`;
    case 'no-protocols':
      return 'There is no readable protocol. No binder was made.';
    case 'not-written':
      return `${failure.file} was not written: ${failure.message}. No binder was made.`;
    case 'page':
      return `${failure.key.id}@${failure.key.version} could not be laid out (${failure.failure.kind}). No binder was made.`;
    case 'not-understood':
      return failure.message;
    case 'cancelled':
      return 'No binder was made.';
    default:
      return failure satisfies never;
  }
}
