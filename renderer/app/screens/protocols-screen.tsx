import { type ReactElement, useDeferredValue, useEffect, useRef, useState } from 'react';
import { FilePen } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Route } from '../../../protocols/schema/blocks';
import { buttonClass } from '../../ui/button';
import { fieldClass, inputClass, TextField } from '../../ui/field';
import { useLibrary } from '../library-provider';
import { WRITE_PATH } from '../routes';
import { ProtocolList } from './protocol-list';
import styles from './screens.module.css';
import { ROUTES } from '../../../protocols/schema/vocabulary';
import lists from '../../ui/list.module.css';

/** All protocols of this computer, narrowed by words in the title, kind and route. */
export function ProtocolsScreen(): ReactElement {
  const intl = useIntl();
  const library = useLibrary();
  const [words, setWords] = useState('');
  const [type, setType] = useState<Protocol['type'] | ''>('');
  const [route, setRoute] = useState<Route | ''>('');
  const written = useDeferredValue(words);
  const filter = useRef<HTMLInputElement>(null);
  useEffect(() => filter.current?.focus(), []);
  const all = library?.listing.protocols ?? [];
  const shown = all.filter(
    (protocol) =>
      (type === '' || protocol.type === type) &&
      (route === '' || protocol.routes.includes(route)) &&
      [protocol.title, ...protocol.aliases].some((name) => fold(name).includes(fold(written))),
  );
  return (
    <main className={styles['screen']}>
      <h1>
        <FormattedMessage id="app.place.protocols" />
      </h1>
      <form className={styles['filters']} onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={<FormattedMessage id="app.protocols.filter" />}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          ref={filter}
        />
        <label className={fieldClass}>
          <FormattedMessage id="app.protocols.kind" />
          <select
            className={inputClass}
            value={type}
            onChange={(event) => setType(all.find((protocol) => protocol.type === event.target.value)?.type ?? '')}
          >
            <option value="">{intl.formatMessage({ id: 'app.protocols.any' })}</option>
            {[...new Set(all.map((protocol) => protocol.type))].map((kind) => (
              <option key={kind} value={kind}>
                {intl.formatMessage({ id: `app.type.${kind}` })}
              </option>
            ))}
          </select>
        </label>
        <label className={fieldClass}>
          <FormattedMessage id="app.protocols.route" />
          <select
            className={inputClass}
            value={route}
            onChange={(event) => setRoute(ROUTES.find((known) => known === event.target.value) ?? '')}
          >
            <option value="">{intl.formatMessage({ id: 'app.protocols.anyRoute' })}</option>
            {ROUTES.filter((known) => all.some((protocol) => protocol.routes.includes(known))).map((known) => (
              <option key={known} value={known}>
                {intl.formatMessage({ id: `reader.route.${known}` })}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p role="status" className={lists['meta']}>
        <FormattedMessage id="app.protocols.count" values={{ shown: shown.length, all: all.length }} />
      </p>
      {library !== undefined && <ProtocolList protocols={shown} />}
      <p>
        <Link href={WRITE_PATH} className={buttonClass()}>
          <FilePen size={18} aria-hidden="true" />
          <FormattedMessage id="app.write" />
        </Link>
      </p>
    </main>
  );
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
