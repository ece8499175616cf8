import type { Route } from '../schema/blocks';

/** Raised with every change of the lists below, of the synonyms or of the names of drugs: an index built under another number is built again. */
export const LEXICON_VERSION = 6;

/** What people write for a route; these words also ask for the dose by that route. */
export const ROUTE_WORDS: Readonly<Record<Route, readonly string[]>> = {
  intravenous: [
    'intravenous',
    'IV',
    'intravenously',
    'into a vein',
    'intraveineuse',
    'intraveineux',
    'drip',
    'perfusion',
    'IVI',
  ],
  intramuscular: ['intramuscular', 'IM', 'intramuscularly', 'into the muscle', 'intramusculaire'],
  subcutaneous: ['subcutaneous', 'SC', 'subcut', 'SQ', 'under the skin', 'sous-cutanée', 'sous-cutané'],
  sublingual: ['sublingual', 'SL', 'under the tongue', 'lozenge', 'troche', 'sublinguale'],
  buccal: ['buccal', 'buccale', 'cheek'],
  oral: ['oral', 'PO', 'by mouth', 'per os', 'orale', 'voie orale'],
  intranasal: [
    'intranasal',
    'nasal',
    'nasal spray',
    'into the nose',
    'intranasale',
    'spray nasal',
    'pulvérisation nasale',
  ],
  rectal: ['rectal', 'PR', 'rectale'],
};

/** Words that ask for an amount. The first group asks for the largest one. */
export const DOSE_WORDS: readonly (readonly string[])[] = [
  ['maximum', 'max', 'maximal', 'ceiling', 'cap', 'upper limit', 'highest dose', 'most', 'maximale', 'plafond'],
  ['minimum', 'min', 'lowest dose', 'minimale'],
  ['dose', 'dosing', 'dosage', 'amount', 'posologie', 'how much', 'quantity', 'combien'],
  ['usual dose', 'standard dose', 'dose habituelle'],
];

/** Too common in any text to say what is looked for; left out of a query unless nothing else is in it. */
export const COMMON_WORDS: readonly string[] = [
  'a an the of for in on at to with and or is are be do does can i we my what when which how should from by into many much',
  'patient patients patiente get gets getting got has have there need needs it this that if as per',
  'le la les un une des du de et ou en au aux par pour avec dans est que quel quelle comment quand peut doit faut je vous sur chez il se ce',
].flatMap((line) => line.split(' '));
