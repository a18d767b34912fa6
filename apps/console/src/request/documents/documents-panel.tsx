import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestDocument } from '#contracts/correspondence';
import { formatNumber } from '#texts/numbers';
import { documentAddress } from '../../api/address.js';
import { useDates } from '../../app/dates.js';
import { handles } from '../../app/handlers.js';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Failure } from '../../ui/failure.js';
import { Splash } from '../../ui/splash.js';
import { useRequest } from '../request-context.js';
import { documentsQuery } from '../part-queries.js';
import { AddFiles } from './add-files.js';
import { DocumentViewer } from './document-viewer.js';
import styles from './documents.module.css';

/** Every file of the request that staff may open, shown in the page where it can be. */
export const DocumentsPanel = () => {
  const { t, language } = usePageTexts('correspondence');
  const dates = useDates();
  const problemText = useProblemText();
  const { user } = useSession();
  const { reference, version } = useRequest().page;
  const { data, error, refetch } = useQuery(documentsQuery(reference, version));
  const [shown, setShown] = useState<string | null>(null);
  const documents = data?.documents ?? [];
  const open = documents.find(({ id }) => id === shown);
  const nameOf = (form: RequestDocument['form']) => (form === 'audio' ? 'listen' : 'view');
  return (
    <Card title={t('correspondence.documents.title')} id="documents">
      {data === undefined && error !== null && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Splash />}
      {data !== undefined && documents.length === 0 && (
        <p className={styles.minor}>{t('correspondence.documents.none')}</p>
      )}
      {documents.length > 0 && (
        <>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('correspondence.documents.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('correspondence.documents.name')}</th>
                <th scope="col">{t('correspondence.documents.kind')}</th>
                <th scope="col">{t('correspondence.documents.added')}</th>
                <th scope="col" className={styles.number}>
                  {t('correspondence.documents.size')}
                </th>
                <th scope="col">{t('correspondence.documents.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {documents.map(({ id, kind, name, bytes, addedAt, form }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{t(`correspondence.documents.kind.${kind}`)}</td>
                  <td>
                    <time dateTime={addedAt}>{dates.moment(addedAt)}</time>
                  </td>
                  <td className={styles.number}>{formatNumber(Math.max(1, Math.round(bytes / 1000)), language)}</td>
                  <td className={styles.actions}>
                    {form !== null && (
                      <Button
                        size="xs"
                        label={t(`correspondence.documents.${nameOf(form)}`, { name })}
                        onClick={() => setShown(id)}
                      >
                        {t(`correspondence.documents.${nameOf(form)}Short`)}
                      </Button>
                    )}
                    <a
                      href={documentAddress(reference, id)}
                      download
                      aria-label={t('correspondence.documents.download', { name })}
                      className={styles.link}
                    >
                      {t('correspondence.documents.downloadShort')}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.minor}>{t('correspondence.documents.logged')}</p>
        </>
      )}
      {open !== undefined && (
        <DocumentViewer key={open.id} document={open} reference={reference} onClose={() => setShown(null)} />
      )}
      {handles(user) && <AddFiles />}
    </Card>
  );
};
