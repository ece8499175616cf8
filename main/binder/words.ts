import type { Language } from '../../protocols/contract/calls';
import type { Standing } from '../../protocols/text/in-force';

/** The words of the contents page; the pages behind it are those of the program and bring their own. */
export interface BinderWords {
  readonly title: string;
  readonly contents: string;
  readonly copy: string;
  readonly check: string;
  readonly madeOn: string;
  readonly emergencies: string;
  readonly protocols: string;
  readonly columns: readonly string[];
  readonly standing: Readonly<Record<Standing, string>>;
}

export const BINDER_WORDS: Readonly<Record<Language, BinderWords>> = {
  en: {
    title: 'Downtime binder',
    contents: 'Contents',
    copy: 'This is a copy, made for when Handrail cannot run. It does not change when a protocol or a note does.',
    check:
      'To check a page, type the code at its foot in Handrail, Library, Check a sheet. The content hash beside each protocol is the one Handrail shows in Library. Where they differ, make the binder again.',
    madeOn: 'Made on',
    emergencies: 'Emergencies',
    protocols: 'Protocols',
    columns: ['Protocol', 'Version', 'State', 'From', 'Review by', 'Code of the page', 'Content hash'],
    standing: {
      'in-force': 'In force',
      'not-yet': 'NOT YET IN FORCE',
      'review-due': 'In force, review due',
      'review-overdue': 'REVIEW OVERDUE',
      superseded: 'SUPERSEDED',
      ended: 'ENDED',
      draft: 'DRAFT — NOT FOR PATIENT CARE',
      retired: 'WITHDRAWN',
    },
  },
  fr: {
    title: 'Classeur de secours',
    contents: 'Sommaire',
    copy: 'Ceci est une copie, faite pour les moments où Handrail ne fonctionne pas. Elle ne change pas quand un protocole ou une note change.',
    check:
      'Pour vérifier une page, saisissez le code inscrit au bas dans Handrail, Bibliothèque, Vérifier une feuille. L’empreinte du contenu de chaque protocole est celle que Handrail montre dans Bibliothèque. Si elles diffèrent, refaites le classeur.',
    madeOn: 'Fait le',
    emergencies: 'Urgences',
    protocols: 'Protocoles',
    columns: ['Protocole', 'Version', 'État', 'Depuis le', 'À réviser avant le', 'Code de la page', 'Empreinte'],
    standing: {
      'in-force': 'En vigueur',
      'not-yet': 'PAS ENCORE EN VIGUEUR',
      'review-due': 'En vigueur, révision proche',
      'review-overdue': 'RÉVISION EN RETARD',
      superseded: 'REMPLACÉ',
      ended: 'TERMINÉ',
      draft: 'BROUILLON — NE PAS UTILISER POUR LES SOINS',
      retired: 'RETIRÉ',
    },
  },
};
