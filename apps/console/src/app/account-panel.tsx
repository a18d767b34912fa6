import { useMutation } from '@tanstack/react-query';
import { IconLogout } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { StaffRole } from '#domain/request/actor';
import { call } from '../api/call.js';
import { useSession } from '../session/session-context.js';
import { Avatar } from '../ui/avatar.js';
import { Button } from '../ui/button.js';
import { Popup } from '../ui/popup.js';
import { LanguageChoice } from './language-choice.js';
import { useTexts } from './texts.js';
import { ThemeChoice } from './theme-choice.js';
import styles from './top-bar.module.css';

// Fetched when the panel is opened.
const CalendarFeed = lazy(async () => ({ default: (await import('./calendar-feed.js')).CalendarFeed }));
const AccountExtras = lazy(async () => ({ default: (await import('../notices/account-extras.js')).AccountExtras }));

const handlesRequests = (role: StaffRole): boolean => role === 'officer' || role === 'approver';

/** Who is signed in, their language and theme, and the way out. */
export const AccountPanel = () => {
  const { t } = useTexts();
  const { user } = useSession();
  const signOut = useMutation({
    mutationFn: () => call('signOut', {}),
    // A fresh page: nothing that was read stays in memory.
    onSettled: () => window.location.assign('/'),
  });
  const name = t('console.account.label', { name: user.name });
  return (
    <Popup
      label={name}
      width={320}
      target={(opener) => (
        <button type="button" className={styles.accountButton} {...opener}>
          <Avatar name={user.name} own />
          <span className="visually-hidden">{name}</span>
        </button>
      )}
    >
      <div className={styles.account}>
        <p className={styles.who}>
          <strong>{user.name}</strong>
          <span>{t(`common.role.${user.role}`)}</span>
        </p>
        <LanguageChoice />
        <ThemeChoice />
        <Suspense>
          {handlesRequests(user.role) && <CalendarFeed />}
          <AccountExtras />
        </Suspense>
        <Button icon={<IconLogout aria-hidden size={18} />} busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('console.account.signOut')}
        </Button>
      </div>
    </Popup>
  );
};
