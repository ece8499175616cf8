import type { Protocol } from '../../../protocols/schema/protocol';
import { renameDrug } from './corpus';
import type { BenchedEngine } from './engines';
import { toRecords } from './corpus';

/** Names that are taken for one another in practice: the first is asked for, only the second is there. */
const PAIRS = [
  ['hydroxyzine', 'hydralazine'],
  ['clonidine', 'clonazepam'],
  ['lamotrigine', 'lamivudine'],
  ['prednisone', 'prednisolone'],
  ['dopamine', 'dobutamine'],
  ['ephedrine', 'epinephrine'],
  ['morphine', 'hydromorphone'],
  ['fentanyl', 'sufentanil'],
  ['chlorpromazine', 'chlorpropamide'],
  ['vinblastine', 'vincristine'],
  ['cisplatin', 'carboplatin'],
  ['tramadol', 'trazodone'],
  ['bupropion', 'buspirone'],
  ['carbamazepine', 'oxcarbazepine'],
  ['quinine', 'quinidine'],
  ['metformin', 'metronidazole'],
  ['glipizide', 'glyburide'],
  ['sulfadiazine', 'sulfasalazine'],
  ['nicardipine', 'nifedipine'],
  ['cycloserine', 'cyclosporine'],
  ['daunorubicin', 'doxorubicin'],
  ['fluvoxamine', 'fluoxetine'],
  ['ropinirole', 'risperidone'],
  ['alprazolam', 'lorazepam'],
  ['amlodipine', 'amiloride'],
  ['rifaximin', 'rifampicin'],
  ['tolazamide', 'tolbutamide'],
  ['valganciclovir', 'valacyclovir'],
  ['zolmitriptan', 'sumatriptan'],
  ['hydrocodone', 'oxycodone'],
] as const;

/** How often the other drug came first, and how often without a word about it. */
export function measureLookAlikes(
  engine: BenchedEngine,
  library: readonly Protocol[],
): { readonly pairs: number; readonly first: number; readonly unlabelled: number } {
  const original = library.find(({ id }) => id === 'im-ketamine-session');
  if (original === undefined) throw new Error('the document that is copied for this is not there');
  const documents = PAIRS.map(([, there]) => ({
    protocol: { ...renameDrug(original, there), id: `${there}-session` },
    drug: there,
    words: [],
  }));
  const { engine: built } = engine.build({
    protocols: () => documents.map(({ protocol }) => protocol),
    records: () => toRecords(documents),
  });
  const everything = JSON.stringify(documents);
  const pairs = PAIRS.filter(([asked]) => !everything.includes(asked));
  const answers = pairs.map(([asked, there]) => {
    const { places, labelled } = built.find(asked);
    return { first: places[0]?.startsWith(`${there}-session/`) ?? false, labelled };
  });
  const first = answers.filter((answer) => answer.first);
  return { pairs: pairs.length, first: first.length, unlabelled: first.filter(({ labelled }) => !labelled).length };
}
