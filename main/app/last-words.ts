import type { Language } from '../../protocols/contract/calls';

/** What main says in a dialog of the system, where no page can say it. */
interface LastWords {
  /** The page stopped working again and again. */
  readonly hopeless: string;
  readonly notStarted: (reason: string) => string;
}

export const LAST_WORDS: Readonly<Record<Language, LastWords>> = {
  en: {
    hopeless:
      'The page stopped working several times in a minute. Handrail closes now. Saved notes are safe. Start it again; if it happens again, restart the computer.',
    notStarted: (reason) =>
      `Handrail could not start: ${reason}. Saved notes are safe. Start it again; if it happens again, restart the computer.`,
  },
  fr: {
    hopeless:
      'La page a cessé de fonctionner plusieurs fois en une minute. Handrail se ferme. Les notes enregistrées sont conservées. Relancez-le ; si cela se reproduit, redémarrez l’ordinateur.',
    notStarted: (reason) =>
      `Handrail n’a pas pu démarrer : ${reason}. Les notes enregistrées sont conservées. Relancez-le ; si cela se reproduit, redémarrez l’ordinateur.`,
  },
};
