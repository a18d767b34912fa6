import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { NOTICES_KEY } from '../api/keys.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { Failure } from '../ui/failure.js';
import { useToast } from '../ui/use-toast.js';
import { NoticeItem } from './notice-item.js';
import { noticesQuery } from './notices-query.js';
import styles from './notice-list.module.css';

/** The mails of the desk to the reader, the newest first, each leading to its request. */
export const NoticeList = () => {
  const { t } = usePageTexts('notices');
  const client = useQueryClient();
  const toast = useToast();
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery(noticesQuery);
  const mark = useMutation({
    mutationFn: (body: { readonly id: string; readonly only: boolean }) => call('markNoticesRead', { body }),
    onSuccess: (page) => client.setQueryData(NOTICES_KEY, page),
    onError: (problem) => toast.failed(problemText(problem)),
  });
  const notices = data?.notices ?? [];
  const [newest] = notices;
  return (
    <section aria-labelledby="notices" className={styles.notices}>
      <header className={styles.head}>
        <h2 id="notices">{t('notices.title')}</h2>
        {newest !== undefined && data !== undefined && data.unread > 0 && (
          <Button
            size="xs"
            kind="quiet"
            busy={mark.isPending}
            onClick={() => mark.mutate({ id: newest.id, only: false })}
          >
            {t('notices.readAll')}
          </Button>
        )}
      </header>
      {error !== null && data === undefined && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data !== undefined && newest === undefined && <p>{t('notices.empty')}</p>}
      <ul className={styles.list}>
        {notices.map((notice) => (
          <NoticeItem
            key={notice.id}
            notice={notice}
            onOpen={() => {
              if (!notice.read) mark.mutate({ id: notice.id, only: true });
            }}
          />
        ))}
      </ul>
    </section>
  );
};
