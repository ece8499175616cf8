import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MOST_LINKS, NOTE_KINDS, type NoteKind, toTags } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { Button } from '../ui/button';
import { TextField, fieldClass, inputClass } from '../ui/field';
import { BlockSelect } from './block-select';
import { toBlockName } from './block-names';
import styles from './notes.module.css';
import type { NoteEditing } from './use-note-editing';

/**
 * What a note may hold beside its words: what it is for, tags, and links to blocks of the same protocol. Folded until there
 * is something, so that words, name and Save stand together beside the block.
 */
export function NoteFields({
  editing: { extras, describe },
  protocol,
}: {
  editing: Pick<NoteEditing, 'extras' | 'describe'>;
  protocol: Protocol | undefined;
}): ReactElement {
  const intl = useIntl();
  const [tags, setTags] = useState((extras.tags ?? []).join(', '));
  const [open] = useState(
    (extras.kind ?? 'note') !== 'note' || (extras.tags ?? []).length + (extras.links ?? []).length > 0,
  );
  return (
    <details className={styles['fold']} open={open}>
      <summary>
        <FormattedMessage id="notes.fields.more" />
      </summary>
      <div className={styles['extras']}>
        <label className={fieldClass}>
          <FormattedMessage id="notes.kind" />
          <select
            className={inputClass}
            value={extras.kind ?? 'note'}
            onChange={(event) => describe({ kind: event.target.value as NoteKind })}
          >
            {NOTE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {intl.formatMessage({ id: `notes.kind.${kind}` })}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label={<FormattedMessage id="notes.tags" />}
          value={tags}
          onChange={(event) => {
            setTags(event.target.value);
            describe({ tags: toTags(event.target.value) });
          }}
        />
        {protocol !== undefined && <LinkFields extras={extras} describe={describe} protocol={protocol} />}
      </div>
    </details>
  );
}

function LinkFields({
  extras: { links = [] },
  describe,
  protocol,
}: Pick<NoteEditing, 'extras' | 'describe'> & { protocol: Protocol }): ReactElement {
  const intl = useIntl();
  const [chosen, setChosen] = useState('');
  return (
    <>
      {links.length > 0 && (
        <ul className={styles['links']}>
          {links.map((link) => {
            const name = toBlockName(link.protocolId === protocol.id ? protocol : undefined, link);
            return (
              <li key={`${link.protocolId} ${link.blockId}`}>
                {name}{' '}
                <Button
                  aria-label={intl.formatMessage({ id: 'notes.links.remove.of' }, { name })}
                  onClick={() => describe({ links: links.filter((other) => other !== link) })}
                >
                  <FormattedMessage id="notes.links.remove" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {links.length < MOST_LINKS && (
        <div className={styles['linkRow']}>
          <BlockSelect
            label={<FormattedMessage id="notes.links.choose" />}
            protocol={protocol}
            value={chosen}
            except={links.map(({ blockId }) => blockId)}
            onChange={setChosen}
          />
          <Button
            disabled={chosen === ''}
            onClick={() => {
              describe({ links: [...links, { protocolId: protocol.id, blockId: chosen }] });
              setChosen('');
            }}
          >
            <FormattedMessage id="notes.links.add" />
          </Button>
        </div>
      )}
    </>
  );
}
