import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { call } from '../api/call.js';
import { SESSION_KEY } from '../api/keys.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { PasswordField } from '../ui/password-field.js';
import styles from './guest-page.module.css';

const SHORTEST_PASSWORD = 12;

/** A new colleague's first password. */
export const FirstSignInForm = ({ token }: { token: string }) => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const start = useMutation({
    mutationFn: () => call('firstSignIn', { body: { token, password } }),
    onSuccess: (session) => {
      client.setQueryData(SESSION_KEY, session);
      void navigate({ to: '/queue' });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const short = [...password].length < SHORTEST_PASSWORD;
    setTooShort(short);
    if (!short) start.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {start.error !== null && (
        <p className={styles.problem} role="alert">
          {problemText(start.error)}
        </p>
      )}
      <PasswordField
        label={t('console.firstSignIn.password')}
        hint={t('console.firstSignIn.hint', { length: SHORTEST_PASSWORD })}
        showLabel={t('console.signIn.showPassword')}
        autoComplete="new-password"
        value={password}
        onText={setPassword}
        error={tooShort ? t('console.firstSignIn.tooShort', { length: SHORTEST_PASSWORD }) : null}
      />
      <Button kind="primary" type="submit" busy={start.isPending}>
        {t('console.firstSignIn.submit')}
      </Button>
    </form>
  );
};
