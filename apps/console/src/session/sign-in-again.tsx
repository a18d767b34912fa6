import { notifications } from '@mantine/notifications';
import { useTexts } from '../app/texts.js';
import { Dialog } from '../ui/dialog.js';
import { SignInForm } from './sign-in-form.js';
import styles from './sign-in-again.module.css';

/** The session has ended while a page was open. Whoever signs in as somebody else gets a page of their own. */
export const SignInAgain = ({ userId }: { userId: string }) => {
  const { t } = useTexts();
  return (
    <Dialog title={t('console.signIn.again')} onClose={null}>
      <p className={styles.words}>{t('console.signIn.againWords')}</p>
      <SignInForm
        onSignedIn={({ user }) => {
          // What failed for want of a session needs no telling any more.
          notifications.clean();
          if (user.id !== userId) window.location.reload();
        }}
      />
    </Dialog>
  );
};
