import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { WRITE_PATH } from '../app/routes';
import { Banner } from '../ui/tone';
import { BeginForm } from './begin-form';
import { ProcedureList } from './procedure-list';
import styles from './procedures.module.css';
import { useProcedures } from './use-procedures';
import { WriteProcedure } from './write-procedure';
import lists from '../ui/list.module.css';

/** Where a clinic writes procedures of its own: all of them, or the one named. */
export function ProceduresScreen({ id }: { id: string | undefined }): ReactElement {
  const procedures = useProcedures();
  const { state, documents, canWrite } = procedures;
  const document = documents.find((each) => each.id === id);
  return (
    <main className={styles['screen']} data-procedure={id}>
      {id === undefined ? (
        <h1>
          <FormattedMessage id="procedures.title" />
        </h1>
      ) : (
        <Link href={WRITE_PATH}>
          <FormattedMessage id="procedures.all" />
        </Link>
      )}
      {state === 'loading' && (
        <p>
          <FormattedMessage id="procedures.loading" />
        </p>
      )}
      {state === 'closed' && <Banner tone="stop" role="alert" title={<FormattedMessage id="procedures.closed" />} />}
      {state === 'ready' && !canWrite && (
        <Banner tone="caution" role="status" title={<FormattedMessage id="procedures.readonly" />} />
      )}
      {state === 'ready' && id === undefined && (
        <>
          <p className={lists['lead']}>
            <FormattedMessage id="procedures.lead" />
          </p>
          <ProcedureList documents={documents} />
          {canWrite && <BeginForm procedures={procedures} />}
        </>
      )}
      {state === 'ready' && document !== undefined && (
        <WriteProcedure key={`${id} ${document.approved.length}`} document={document} procedures={procedures} />
      )}
      {state === 'ready' && id !== undefined && document === undefined && (
        <Banner tone="stop" role="alert" title={<FormattedMessage id="procedures.missing" values={{ id }} />} />
      )}
    </main>
  );
}
