import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SET_UP_KEY } from '../administration/keys.js';
import { call } from '../api/call.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import styles from '../administration/administration.module.css';

/** A real mail through the real server, and what the server said in words. */
export const MailStep = () => {
  const { t } = usePageTexts('setup');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [to, setTo] = useState('');
  const test = useMutation({
    mutationFn: () => call('testMail', { body: { to } }),
    onSuccess: () => client.invalidateQueries({ queryKey: SET_UP_KEY }),
  });
  return (
    <div className={styles.rows}>
      <TextField
        label={t('setup.mail.to')}
        type="email"
        value={to}
        onText={setTo}
        error={test.error === null ? null : problemText(test.error)}
      />
      {test.data !== undefined && (
        <p role="status" className={styles.outcome}>
          {t(`setup.mail.result.${test.data.result}`)}{' '}
          {test.data.code !== null && t('setup.mail.code', { code: test.data.code })}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="xs" busy={test.isPending} onClick={() => test.mutate()}>
          {t('setup.mail.send')}
        </Button>
      </div>
    </div>
  );
};
