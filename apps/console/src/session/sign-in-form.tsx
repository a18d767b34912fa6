import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Session } from '#contracts/session';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { SESSION_KEY } from '../api/keys.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { PasswordField } from '../ui/password-field.js';
import { TextField } from '../ui/text-field.js';
import styles from './guest-page.module.css';

/** E-mail and password. What was wrong is never said more exactly than "one of them". */
export const SignInForm = ({ onSignedIn }: { onSignedIn?: (session: Session) => void }) => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const client = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call('signIn', { body: { email, password } }),
    onSuccess: (session) => {
      onSignedIn?.(session);
      client.setQueryData(SESSION_KEY, session);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate();
  };
  const wrong = signIn.error instanceof ApiProblem && signIn.error.isSignedOut;
  return (
    <form className={styles.form} onSubmit={submit}>
      {signIn.error !== null && (
        <p className={styles.problem} role="alert">
          {wrong ? t('console.signIn.wrong') : problemText(signIn.error)}
        </p>
      )}
      <TextField
        label={t('console.signIn.email')}
        type="email"
        autoComplete="username"
        value={email}
        onText={setEmail}
        required
      />
      <PasswordField
        label={t('console.signIn.password')}
        showLabel={t('console.signIn.showPassword')}
        autoComplete="current-password"
        value={password}
        onText={setPassword}
      />
      <Button kind="primary" type="submit" busy={signIn.isPending}>
        {t('console.signIn.submit')}
      </Button>
    </form>
  );
};
