import { binderCommand } from './binder';
import { checkCommand } from './check';
import { compileCommand } from './compile';
import { diffCommand } from './diff';
import { doseCommand } from './dose';
import { formatCommand } from './format';
import { indexCommand } from './index-documents';
import { lintCommand } from './lint';
import { newCommand } from './new';
import { printCommand } from './print';
import { schemaCommand } from './schema';
import { searchCommand } from './search';
import type { Command } from './command';
import { toMessage } from '../files/system-error';

const COMMANDS: Readonly<Record<string, Command>> = {
  binder: binderCommand,
  check: checkCommand,
  compile: compileCommand,
  diff: diffCommand,
  dose: doseCommand,
  format: formatCommand,
  index: indexCommand,
  lint: lintCommand,
  new: newCommand,
  print: printCommand,
  schema: schemaCommand,
  search: searchCommand,
};

const [verb = '--help', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;

if (command !== undefined && !args.includes('--help')) {
  process.exitCode = await command.run(args).catch((error: unknown) => {
    console.error(`${verb}: ${toMessage(error)}`);
    return 2;
  });
} else {
  const known = verb === '--help' || verb === 'help' || command !== undefined;
  if (!known) console.error(`There is no verb "${verb}".`);
  const shown = command === undefined ? Object.entries(COMMANDS) : [[verb, command] as const];
  const text = shown
    .map(([name, { usage, about }]) => `  npm run protocols -- ${name} ${usage}\n      ${about}`)
    .join('\n');
  const teaches = command?.teaches === undefined ? '' : `\n\n${command.teaches}\n`;
  (known ? console.log : console.error)(
    `The author's command line.\n${text}${teaches}\nEvery verb: --json for machines. Exit 0 good, 1 findings, 2 could not run.`,
  );
  process.exitCode = known ? 0 : 2;
}
