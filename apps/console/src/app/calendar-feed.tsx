import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewCalendarFeed } from '#contracts/calendar-feed';
import { call } from '../api/call.js';
import { CALENDAR_FEED_KEY } from '../api/keys.js';
import { Button } from '../ui/button.js';
import { Copyable } from '../ui/copyable.js';
import { useToast } from '../ui/use-toast.js';
import { useDates } from './dates.js';
import { useProblemText } from './problem-text.js';
import { useTexts } from './texts.js';
import styles from './calendar-feed.module.css';

/** The officer's due dates for their own calendar: an address that is shown once, renewed or ended. */
export const CalendarFeed = () => {
  const { t } = useTexts();
  const dates = useDates();
  const problemText = useProblemText();
  const toast = useToast();
  const client = useQueryClient();
  const feed = useQuery({ queryKey: CALENDAR_FEED_KEY, queryFn: ({ signal }) => call('calendarFeed', { signal }) });
  const onError = (error: Error): void => toast.failed(problemText(error));
  const create = useMutation({
    mutationFn: () => call('createCalendarFeed', {}),
    onSuccess: ({ createdAt }: NewCalendarFeed) => client.setQueryData(CALENDAR_FEED_KEY, { createdAt }),
    onError,
  });
  const revoke = useMutation({
    mutationFn: () => call('revokeCalendarFeed', {}),
    onSuccess: () => {
      create.reset();
      client.setQueryData(CALENDAR_FEED_KEY, { createdAt: null });
    },
    onError,
  });
  const since = feed.data?.createdAt ?? null;
  return (
    <section className={styles.feed} aria-labelledby="calendar-feed">
      <h2 id="calendar-feed" className={styles.title}>
        {t('console.calendar.title')}
      </h2>
      <p>{t('console.calendar.about')}</p>
      {since !== null && <p>{t('console.calendar.since', { date: dates.moment(since) })}</p>}
      {create.data !== undefined && (
        <div role="status">
          <p>{t('console.calendar.once')}</p>
          <div className={styles.address}>
            <Copyable value={create.data.address} name={t('console.calendar.address')} />
          </div>
        </div>
      )}
      <div className={styles.buttons}>
        <Button size="xs" busy={create.isPending} onClick={() => create.mutate()}>
          {t(since === null ? 'console.calendar.create' : 'console.calendar.renew')}
        </Button>
        {since !== null && (
          <Button size="xs" kind="quiet" busy={revoke.isPending} onClick={() => revoke.mutate()}>
            {t('console.calendar.revoke')}
          </Button>
        )}
      </div>
    </section>
  );
};
