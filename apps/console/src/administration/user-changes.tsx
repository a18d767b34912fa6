import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { useDates } from '../app/dates.js';
import { useProblemText } from '../app/problem-text.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Failure } from '../ui/failure.js';
import { Splash } from '../ui/splash.js';
import { USER_CHANGES_KEY } from './keys.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import styles from './administration.module.css';

/** Who changed which account, how and when, newest first; older ones on demand. */
export const UserChanges = () => {
  const { t } = useAdministrationTexts();
  const dates = useDates();
  const problemText = useProblemText();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: USER_CHANGES_KEY,
    queryFn: ({ pageParam: before, signal }) =>
      call('userChanges', { query: before === null ? {} : { before }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const changes = data?.pages.flatMap((page) => page.changes) ?? [];
  return (
    <Card title={t('administration.users.changes')}>
      {error !== null && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Splash />}
      {data !== undefined && changes.length === 0 && <p>{t('administration.users.changes.none')}</p>}
      {changes.length > 0 && (
        <div className={styles.rows}>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <caption className="visually-hidden">{t('administration.users.changes')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('administration.users.changes.when')}</th>
                  <th scope="col">{t('administration.users.changes.account')}</th>
                  <th scope="col">{t('administration.users.changes.what')}</th>
                  <th scope="col">{t('administration.users.changes.by')}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ id, at, user, by, what, role }) => (
                  <tr key={id}>
                    <td>
                      <time dateTime={at}>{dates.moment(at)}</time>
                    </td>
                    <td>{user.name}</td>
                    <td>
                      {t(`administration.users.changes.${what}`)}
                      {role !== null && `: ${t(`administration.role.${role}`)}`}
                    </td>
                    <td>{by?.name ?? t('administration.users.changes.terminal')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {hasNextPage && (
            <div className={styles.actions}>
              <Button size="xs" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('administration.users.changes.older')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
};
