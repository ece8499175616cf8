import { Fragment, type ReactElement } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import styles from './screens.module.css';

const KEYS = [
  ['Ctrl+K', 'app.help.search'],
  ['Ctrl+E', 'app.help.emergency'],
  ['Ctrl+1 … 3, Ctrl+5 … 7', 'app.help.places'],
  ['Alt+1 … 4', 'app.help.clusters'],
  ['Ctrl+F', 'app.help.find'],
  ['Enter, Alt+↓, Alt+↑', 'app.help.findNext'],
  ['Ctrl+D', 'app.help.dose'],
  ['Ctrl+Shift+M', 'app.help.note'],
  ['Ctrl+Enter', 'app.help.saveNote'],
  ['Alt+↓, Alt+↑', 'app.help.stepNotes'],
  ['Ctrl+P', 'app.help.print'],
  ['Alt+←, Alt+→', 'app.help.history'],
  ['Ctrl+=, Ctrl+-, Ctrl+0', 'app.help.zoom'],
  ['Ctrl+Shift+L', 'app.help.dim'],
  ['Ctrl+Shift+B', 'app.help.cover'],
  ['Esc', 'app.help.escape'],
  ['F1, Ctrl+/', 'app.help.help'],
] as const;

/** The keys whose caps bear a word, another one in each language. */
const WORDED = ['Shift', 'Enter', 'Esc'] as const;

const MARKS = ['verified', 'second-hand', 'recalled', 'arithmetic', 'local'] as const;

const PAPER = ['app.help.paper.check', 'app.help.paper.recall', 'app.help.paper.binder'] as const;

/** All keys, what the marks on values mean, how sheets are kept track of, and what the program does not do. */
export function HelpScreen(): ReactElement {
  const intl = useIntl();
  return (
    <main className={styles['screen']}>
      <h1>
        <FormattedMessage id="app.help.title" />
      </h1>
      <h2>
        <FormattedMessage id="app.help.keys" />
      </h2>
      <table className={styles['table']}>
        <tbody>
          {KEYS.map(([keys, message]) => (
            <tr key={keys}>
              <th scope="row">
                {keys.split(', ').map((key) => (
                  <Fragment key={key}>
                    <kbd>{toKeyWords(key, intl)}</kbd>{' '}
                  </Fragment>
                ))}
              </th>
              <td>
                <FormattedMessage id={message} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>
        <FormattedMessage id="app.help.marks" />
      </h2>
      <dl className={styles['marks']}>
        {MARKS.map((mark) => (
          <div key={mark}>
            <dt>
              <FormattedMessage id={`reader.mark.${mark}`} />
            </dt>
            <dd>
              <FormattedMessage id={`app.help.mark.${mark}`} />
            </dd>
          </div>
        ))}
      </dl>
      <h2>
        <FormattedMessage id="app.help.paper" />
      </h2>
      {PAPER.map((message) => (
        <p key={message}>
          <FormattedMessage id={message} />
        </p>
      ))}
      <h2>
        <FormattedMessage id="app.help.write" />
      </h2>
      <p>
        <FormattedMessage id="app.help.write.body" />
      </p>
      <h2>
        <FormattedMessage id="app.help.limits" />
      </h2>
      <p>
        <FormattedMessage id="app.help.limits.body" />
      </p>
    </main>
  );
}

function toKeyWords(keys: string, intl: IntlShape): string {
  return keys
    .split('+')
    .map((key) => {
      const worded = WORDED.find((name) => name === key);
      return worded === undefined ? key : intl.formatMessage({ id: `app.key.${worded}` });
    })
    .join('+');
}
