import { useQuery } from '@tanstack/react-query';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTexts } from '../app/texts.js';
import { Popup } from '../ui/popup.js';
import { Splash } from '../ui/splash.js';
import { noticesQuery } from './notices-query.js';
import styles from './notice-bell.module.css';

const NoticeList = lazy(async () => ({ default: (await import('./notice-list.js')).NoticeList }));

const MOST_SHOWN = 99;

/** How many mails of the desk to the reader are unread, and the way to them. */
export const NoticeBell = () => {
  const { t } = useTexts();
  const unread = useQuery(noticesQuery).data?.unread ?? 0;
  const label = t('live.bell.label', { count: unread });
  return (
    <Popup
      label={label}
      width={380}
      target={(opener) => (
        <button type="button" className={styles.bell} title={label} {...opener}>
          <IconBell aria-hidden size={20} stroke={1.7} />
          {unread > 0 && (
            <span className={styles.count} aria-hidden>
              {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
            </span>
          )}
          <span className="visually-hidden">{label}</span>
        </button>
      )}
    >
      <Suspense fallback={<Splash />}>
        <NoticeList />
      </Suspense>
    </Popup>
  );
};
