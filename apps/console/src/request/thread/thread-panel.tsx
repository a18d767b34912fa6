import { useQuery } from '@tanstack/react-query';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts } from '../../app/texts.js';
import { Card } from '../../ui/card.js';
import { Failure } from '../../ui/failure.js';
import { Splash } from '../../ui/splash.js';
import { permitFor, useRequest } from '../request-context.js';
import { threadQuery } from '../part-queries.js';
import { MessageComposer } from './message-composer.js';
import { MessageItem } from './message-item.js';
import { RecordMessage } from './record-message.js';
import styles from './thread.module.css';

/** The thread with the person, newest last, and the two ways to add to it. */
export const ThreadPanel = () => {
  const { t } = usePageTexts('correspondence');
  const problemText = useProblemText();
  const { page } = useRequest();
  const { data, error, refetch } = useQuery(threadQuery(page.reference, page.version));
  return (
    <Card title={t('correspondence.title')} id="correspondence">
      {data === undefined && error !== null && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Splash />}
      {data !== undefined && (
        <>
          {data.messages.length === 0 && <p className={styles.minor}>{t('correspondence.none')}</p>}
          <ol className={styles.list}>
            {data.messages.map((message) => (
              <MessageItem key={message.id} message={message} />
            ))}
          </ol>
          <MessageComposer to={data.to} />
          {permitFor(page, 'recordMessage', {})?.open === true && <RecordMessage />}
        </>
      )}
    </Card>
  );
};
