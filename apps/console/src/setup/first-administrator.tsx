import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { SESSION_KEY } from '../api/keys.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts } from '../app/texts.js';
import { GuestPage } from '../session/guest-page.js';
import { Button } from '../ui/button.js';
import { PasswordField } from '../ui/password-field.js';
import { TextField } from '../ui/text-field.js';
import styles from '../session/guest-page.module.css';

const SHORTEST_PASSWORD = 12;

/** The first account of an empty desk. */
export const FirstAdministrator = ({ token, onOpened }: { token: string; onOpened: () => void }) => {
  const { t, language } = usePageTexts('setup');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [typed, setTyped] = useState({ name: '', email: '', password: '' });
  const open = useMutation({
    mutationFn: () => call('firstAdministrator', { body: { token, language, ...typed } }),
    onSuccess: (session) => {
      client.setQueryData(SESSION_KEY, session);
      onOpened();
    },
  });
  const words = (error: Error): string => {
    if (!(error instanceof ApiProblem)) return problemText(error);
    if (error.code === 'set-up-link-not-valid') return t('setup.first.bad');
    return error.code === 'invalid-input' ? t('setup.first.problem') : problemText(error);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    open.mutate();
  };
  const change = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  return (
    <GuestPage title={t('setup.first.title')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{t('setup.first.words')}</p>
        {open.error !== null && (
          <p className={styles.problem} role="alert">
            {words(open.error)}
          </p>
        )}
        <TextField
          label={t('setup.first.name')}
          autoComplete="name"
          value={typed.name}
          onText={(name) => change({ name })}
        />
        <TextField
          label={t('setup.first.email')}
          type="email"
          autoComplete="email"
          value={typed.email}
          onText={(email) => change({ email })}
        />
        <PasswordField
          label={t('setup.first.password')}
          hint={t('setup.first.hint', { length: SHORTEST_PASSWORD })}
          showLabel={t('setup.first.show')}
          autoComplete="new-password"
          value={typed.password}
          onText={(password) => change({ password })}
        />
        <Button kind="primary" type="submit" busy={open.isPending}>
          {t('setup.first.submit')}
        </Button>
      </form>
    </GuestPage>
  );
};
