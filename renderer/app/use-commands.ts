import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import { THEMES } from '../../protocols/contract/settings';
import type { Command } from '../search/command';
import { pressKeys, toKeyLabel } from '../ui/press-keys';
import { LANGUAGE_NAMES } from './language-names';
import { type MessageId, inBothLanguages } from './messages';
import { forgetRecents } from './recents';
import { PLACES } from './routes';
import { useSettings } from './settings-provider';

type Change = ReturnType<typeof useSettings>['change'];
interface KeyCommand {
  readonly id: MessageId;
  readonly keys: string;
  /** Everyday words, of both languages, that the name does not hold. */
  readonly words?: readonly string[];
}

const HERE: readonly KeyCommand[] = [
  { id: 'app.command.print', keys: '$mod+KeyP', words: ['pdf', 'paper', 'papier', 'sheet', 'feuille'] },
  { id: 'app.command.find', keys: '$mod+KeyF' },
  { id: 'app.command.dose', keys: '$mod+KeyD', words: ['calculator', 'calculer'] },
  { id: 'app.command.note', keys: '$mod+Shift+KeyM', words: ['annotate', 'annoter', 'comment'] },
  { id: 'app.command.contraindications', keys: 'Alt+Digit1', words: ['limits', 'limites'] },
  { id: 'app.command.doses', keys: 'Alt+Digit2' },
  { id: 'app.command.monitoring', keys: 'Alt+Digit3' },
  { id: 'app.command.emergency', keys: 'Alt+Digit4' },
];

const ANYWHERE: readonly KeyCommand[] = [
  { id: 'app.command.emergencies', keys: '$mod+KeyE' },
  { id: 'app.command.help', keys: 'F1', words: ['keys', 'touches', 'shortcuts'] },
  { id: 'app.command.cover', keys: '$mod+Shift+KeyB', words: ['hide', 'privacy', 'lock', 'masquer'] },
  { id: 'app.command.dim', keys: '$mod+Shift+KeyL', words: ['night', 'nuit', 'theme'] },
  { id: 'app.command.larger', keys: '$mod+Equal', words: ['zoom', 'bigger'] },
  { id: 'app.command.smaller', keys: '$mod+Minus', words: ['zoom'] },
  { id: 'app.command.normal', keys: '$mod+Digit0', words: ['zoom', 'reset'] },
  { id: 'app.command.back', keys: 'Alt+ArrowLeft' },
  { id: 'app.command.forward', keys: 'Alt+ArrowRight' },
];

/** What the program can do now, in the words on screen and found by those of both languages. */
export function useCommands(location: string): readonly Command[] {
  const intl = useIntl();
  const { change } = useSettings();
  const inProtocol = location.startsWith('/p/');
  return useMemo(
    () => [
      ...(inProtocol ? HERE.map((command) => toCommand(intl, command, 'here')) : []),
      ...ANYWHERE.map((command) => toCommand(intl, command, 'anywhere')),
      ...PLACES.map((place) => toPlaceCommand(intl, place)),
      ...THEMES.map((theme) => toThemeCommand(intl, theme, change)),
      ...(['en', 'fr'] as const).map((language) => toLanguageCommand(intl, language, change)),
      toForgetCommand(intl),
    ],
    [intl, inProtocol, change],
  );
}

function toCommand(intl: IntlShape, { id, keys, words = [] }: KeyCommand, scope: Command['scope']): Command {
  return {
    id,
    title: intl.formatMessage({ id }),
    words: [...inBothLanguages(id), ...words],
    keys: toKeyWords(intl, keys),
    scope,
    run: () => pressKeys(keys),
  };
}

/** In French the cap of the Shift key says Maj. */
function toKeyWords(intl: IntlShape, keys: string): string {
  return toKeyLabel(keys).replace('Shift', intl.formatMessage({ id: 'app.key.Shift' }));
}

function toPlaceCommand(intl: IntlShape, { digit, path, message }: (typeof PLACES)[number]): Command {
  const keys = `$mod+Digit${digit}`;
  return {
    id: `app.command.place ${path}`,
    title: intl.formatMessage({ id: 'app.command.place' }, { place: intl.formatMessage({ id: message }) }),
    words: inBothLanguages(message),
    keys: toKeyWords(intl, keys),
    scope: 'anywhere',
    run: () => pressKeys(keys),
  };
}

function toThemeCommand(intl: IntlShape, theme: (typeof THEMES)[number], change: Change): Command {
  return {
    id: `app.command.theme ${theme}`,
    title: intl.formatMessage({ id: 'app.command.theme' }, { theme: intl.formatMessage({ id: `app.theme.${theme}` }) }),
    words: ['theme', 'thème', ...inBothLanguages('app.settings.theme'), ...inBothLanguages(`app.theme.${theme}`)],
    scope: 'anywhere',
    run: () => void change({ theme }),
  };
}

function toLanguageCommand(intl: IntlShape, language: keyof typeof LANGUAGE_NAMES, change: Change): Command {
  const name = LANGUAGE_NAMES[language];
  return {
    id: `app.command.language ${language}`,
    title: intl.formatMessage({ id: 'app.command.language' }, { language: name }),
    words: [...inBothLanguages('app.settings.language'), language === 'en' ? 'anglais' : 'French'],
    scope: 'anywhere',
    run: () => void change({ language }),
  };
}

function toForgetCommand(intl: IntlShape): Command {
  const id = 'app.command.forget';
  return { id, title: intl.formatMessage({ id }), words: inBothLanguages(id), scope: 'anywhere', run: forgetRecents };
}
