import type { Language } from '../../protocols/contract/calls';
import appEn from './messages/en.json';
import appFr from './messages/fr.json';
import doseEn from '../dose/messages/en.json';
import doseFr from '../dose/messages/fr.json';
import type formsEn from '../forms/messages/en.json';
import backupEn from '../backup/messages/en.json';
import backupFr from '../backup/messages/fr.json';
import notesEn from '../notes/messages/en.json';
import notesFr from '../notes/messages/fr.json';
import papersEn from '../papers/messages/en.json';
import papersFr from '../papers/messages/fr.json';
import printEn from '../print/messages/en.json';
import printFr from '../print/messages/fr.json';
import proceduresEn from '../procedures/messages/en.json';
import proceduresFr from '../procedures/messages/fr.json';
import readerEn from '../reader/messages/en.json';
import readerFr from '../reader/messages/fr.json';
import searchEn from '../search/messages/en.json';
import searchFr from '../search/messages/fr.json';

// Each room keeps its own words, with the room's name before the dot; French is written, not translated word for word.
const en = {
  ...appEn,
  ...backupEn,
  ...doseEn,
  ...notesEn,
  ...papersEn,
  ...printEn,
  ...proceduresEn,
  ...readerEn,
  ...searchEn,
};
const fr: Record<MessageId, string> = {
  ...appFr,
  ...backupFr,
  ...doseFr,
  ...notesFr,
  ...papersFr,
  ...printFr,
  ...proceduresFr,
  ...readerFr,
  ...searchFr,
};

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId | FormsMessageId;
    }
  }
}

export type MessageId = keyof typeof en;
/** Words of the forms come with the forms (`renderer/forms/forms-intl.tsx`); only their ids are known here. */
export type FormsMessageId = keyof typeof formsEn;

export const MESSAGES = { en, fr } as Readonly<Record<Language, Record<MessageId | FormsMessageId, string>>>;

/** A message without placeholders in every language: people type the word they know. */
export function inBothLanguages(id: MessageId): readonly string[] {
  return Object.values(MESSAGES).map((messages) => messages[id]);
}
