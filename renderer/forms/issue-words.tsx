import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { Issue } from '../../protocols/schema/result';
import { toLanguage } from '../notes/words';
import { toFrench } from './finding-words';

/** Why a document is withheld, in the reader's language as far as it has a code. */
export function IssueWords({ issue: { code, params, message } }: { issue: Issue }): ReactElement {
  const isFrench = toLanguage(useIntl().locale) === 'fr';
  return isFrench && code !== undefined ? <span>{toFrench(code, params)}</span> : <span lang="en">{message}</span>;
}
