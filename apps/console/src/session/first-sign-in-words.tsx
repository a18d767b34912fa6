import { useTexts } from '../app/texts.js';
import { FirstSignInForm } from './first-sign-in-form.js';
import { GuestPage } from './guest-page.js';
import styles from './guest-page.module.css';

export const FirstSignInWords = ({ token }: { token: string }) => {
  const { t } = useTexts();
  return (
    <GuestPage title={t('console.firstSignIn.title')}>
      {token === '' ? (
        <p className={styles.problem} role="alert">
          {t('console.firstSignIn.noToken')}
        </p>
      ) : (
        <FirstSignInForm token={token} />
      )}
    </GuestPage>
  );
};
