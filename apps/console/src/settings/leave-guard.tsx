import { useBlocker } from '@tanstack/react-router';
import { useSettingsTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import styles from './settings.module.css';

/** Asks before what was typed is left behind; when the whole page is closed, the browser asks in its own words. */
export const LeaveGuard = ({ active }: { active: boolean }) => {
  const { t } = useSettingsTexts();
  const blocker = useBlocker({
    shouldBlockFn: () => active,
    enableBeforeUnload: () => active,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog title={t('settings.leave.title')} onClose={blocker.reset}>
      <p>{t('settings.leave.words')}</p>
      <div className={styles.actions} data-after-words>
        <Button onClick={blocker.proceed}>{t('settings.leave.leave')}</Button>
        <Button kind="primary" onClick={blocker.reset}>
          {t('settings.leave.stay')}
        </Button>
      </div>
    </Dialog>
  );
};
