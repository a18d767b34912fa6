import { useTexts } from '../app/texts.js';
import { GuestPage } from './guest-page.js';
import { SignInForm } from './sign-in-form.js';

export const SignInPage = () => {
  const { t } = useTexts();
  return (
    <GuestPage title={t('console.signIn.title')}>
      <SignInForm />
    </GuestPage>
  );
};
