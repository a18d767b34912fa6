import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SetUpState } from '#contracts/set-up';
import { SET_UP_KEY } from '../administration/keys.js';
import { call } from '../api/call.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import styles from '../administration/administration.module.css';

/** A request that goes the way of a real one, and out of the queue again. */
export const RequestStep = ({ test }: { test: SetUpState['testRequest'] }) => {
  const { t, language } = usePageTexts('setup');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [to, setTo] = useState('');
  const keep = (state: SetUpState): void => void client.setQueryData(SET_UP_KEY, state);
  const file = useMutation({
    mutationFn: () => call('testRequest', { body: { to, language } }),
    onSuccess: keep,
  });
  const end = useMutation({ mutationFn: () => call('endTestRequest', {}), onSuccess: keep });
  if (test?.open === true) {
    return (
      <div className={styles.rows}>
        <p role="status">{t('setup.request.open', { reference: test.reference })}</p>
        <div className={styles.actions}>
          <Button size="xs" busy={end.isPending} onClick={() => end.mutate()}>
            {t('setup.request.end')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.rows}>
      {test !== null && <p role="status">{t('setup.request.ended', { reference: test.reference })}</p>}
      <TextField
        label={t('setup.request.to')}
        type="email"
        value={to}
        onText={setTo}
        error={file.error === null ? null : problemText(file.error)}
      />
      <div className={styles.actions}>
        <Button size="xs" busy={file.isPending} onClick={() => file.mutate()}>
          {t('setup.request.file')}
        </Button>
      </div>
    </div>
  );
};
