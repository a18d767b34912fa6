import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Registration } from '#contracts/request-page';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { QUEUE_KEY } from '../api/keys.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import type { FieldsProps } from './fields-props.js';
import { ClockAdvice } from './clock-advice.js';
import { HowFields } from './how-fields.js';
import { ProblemSummary } from './problem-summary.js';
import type { Registered } from './registered.js';
import {
  REGISTRATION_FIELDS,
  emptyRegistration,
  readRegistration,
  type RegistrationProblems,
} from './registration-values.js';
import { WhatFields } from './what-fields.js';
import { WhoFields } from './who-fields.js';
import styles from './register.module.css';

/** The fields that the server refused, by the paths it names. */
const refusedFields = (error: Error): RegistrationProblems => {
  if (!(error instanceof ApiProblem)) return {};
  const paths = new Set(error.errors.map(({ path }) => path.split('.')[0]));
  return Object.fromEntries(
    REGISTRATION_FIELDS.filter((field) => paths.has(field)).map((field) => [field, 'refused' as const]),
  );
};

export const RegisterForm = ({ onRegistered }: { onRegistered: (registered: Registered) => void }) => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const { today } = useSession();
  const client = useQueryClient();
  const [values, setValues] = useState(() => emptyRegistration(today));
  const [problems, setProblems] = useState<RegistrationProblems>({});
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const register = useMutation({
    mutationFn: (registration: Registration) => call('register', { body: registration, idempotencyKey }),
    onSuccess: (registered) => {
      void client.invalidateQueries({ queryKey: QUEUE_KEY });
      onRegistered(registered);
    },
    onError: (error) => setProblems(refusedFields(error)),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readRegistration(values, today);
    if ('problems' in read) {
      setProblems(read.problems);
      return;
    }
    setProblems({});
    register.mutate(read);
  };
  const fields: FieldsProps = { values, problems, change: (changed) => setValues({ ...values, ...changed }) };
  return (
    <form onSubmit={submit} noValidate className={styles.columns}>
      <div className={styles.fields}>
        <ProblemSummary problems={problems} failure={register.error && problemText(register.error)} />
        <Card title={t('console.register.who')}>
          <WhoFields {...fields} />
        </Card>
        <Card title={t('console.register.what')}>
          <WhatFields {...fields} />
        </Card>
        <Card title={t('console.register.how')}>
          <HowFields {...fields} />
        </Card>
        <div>
          <Button kind="primary" type="submit" busy={register.isPending}>
            {t('console.register.submit')}
          </Button>
        </div>
      </div>
      <ClockAdvice receivedOn={values.receivedOn} today={today} />
    </form>
  );
};
