import { useQuery } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { useEffect } from 'react';
import { call } from '../api/call.js';
import { presenceKey } from '../api/keys.js';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { Avatar } from '../ui/avatar.js';
import styles from './presence.module.css';

/** Half of the time for which the server believes that a page is open. */
const EVERY_MS = 15_000;

/** Who else has a request open now. Its own call says that this reader has; a window that nobody sees says nothing. */
export const Presence = ({ reference }: { reference: string }) => {
  const { t } = useTexts();
  const dates = useDates();
  const { data } = useQuery({
    queryKey: presenceKey(reference),
    queryFn: ({ signal }) => call('notePresence', { params: { reference }, signal }),
    refetchInterval: EVERY_MS,
    staleTime: EVERY_MS,
    gcTime: 0,
    retry: false,
  });
  useEffect(
    () => () => {
      // Those who stay need not wait until it is forgotten; if this does not arrive they do.
      void call('leavePresence', { params: { reference } }).catch(() => undefined);
    },
    [reference],
  );
  const others = data?.others ?? [];
  return (
    <div role="status" aria-label={t('live.presence.label')} className={styles.presence}>
      {others.length > 0 && (
        <>
          <IconEye aria-hidden size={16} />
          {others.map(({ id, name, since: from }) => (
            <span key={id} title={t('live.presence.since', { name, since: dates.moment(from) })}>
              <Avatar name={name} />
            </span>
          ))}
          <span>
            {t('live.presence.others', {
              count: others.length,
              names: others
                .map(({ name, since: from }) => t('live.presence.since', { name, since: dates.moment(from) }))
                .join(', '),
            })}
          </span>
        </>
      )}
    </div>
  );
};
