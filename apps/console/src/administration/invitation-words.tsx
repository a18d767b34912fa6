import type { Invitation } from '#contracts/settings-users';
import { Button } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import styles from './administration.module.css';

const INVITE_HOURS = 24;

/** The link of a first sign-in, this once, and what became of its mail. */
export const InvitationWords = ({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) => {
  const { t } = useAdministrationTexts();
  return (
    <div className={styles.rows} role="status">
      <p>{t(`administration.users.mailed.${invitation.mailed}`)}</p>
      <p className={styles.link}>{invitation.link}</p>
      <p className={styles.minor}>{t('administration.users.link', { hours: INVITE_HOURS })}</p>
      <div className={styles.actions}>
        <CopyButton value={invitation.link}>{t('administration.users.copy')}</CopyButton>
        <Button kind="primary" onClick={onClose}>
          {t('administration.close')}
        </Button>
      </div>
    </div>
  );
};
