import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FormsMessageId } from '../app/messages';

/** Names that say something only with what they are part of, by the label their field has there. */
const LABELS: Readonly<Record<string, string>> = {
  'drug.name': 'drug-name',
  'items.text': 'item',
  'parameters.name': 'reading',
  'phases.title': 'phase',
  'steps.text': 'do',
};

// A part is found by its place in the document; what it is called there is said where it stands.
const PART = /^sections(\.\d+)?(\.blocks(\.\d+)?)?(\.|$)/;

/**
 * Which field of its part a finding is about, as the form labels it: `drug.name` is "Drug, Name". A name the form has no label
 * for stays as it is typed; nothing for a part as a whole. Stands inside `FormsIntl`.
 */
export function FindingPlace({ path }: { path: string }): ReactElement | null {
  const { messages } = useIntl();
  const names = path.replace(PART, '').split('.').filter(Boolean);
  if (names.length === 0) return null;
  const words = names.map((name, index) => {
    const within = names.slice(0, index).findLast((each) => !/^\d+$/.test(each));
    const label = messages[`forms.field.${LABELS[`${within}.${name}`] ?? name}` satisfies string as FormsMessageId];
    return typeof label === 'string' ? label : /^\d+$/.test(name) ? String(Number(name) + 1) : name;
  });
  return (
    <>
      <strong>
        <FormattedMessage id="forms.place" values={{ place: words.join(', ') }} />
      </strong>{' '}
    </>
  );
}
