import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Registration } from '#contracts/request-page';
import { ApiProblem } from '../api/api-problem.js';
import { attachFile } from '../api/attach-file.js';
import { call } from '../api/call.js';
import { QUEUE_KEY } from '../api/keys.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts, useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import type { FieldsProps } from './fields-props.js';
import { AttachmentFields } from './attachment-fields.js';
import { ClockAdvice } from './clock-advice.js';
import { HowFields } from './how-fields.js';
import { PasteMail } from './paste-mail.js';
import { ProblemSummary } from './problem-summary.js';
import type { Registered } from './registered.js';
import {
  REGISTRATION_FIELDS,
  emptyRegistration,
  readRegistration,
  type RegistrationProblems,
} from './registration-values.js';
import { SimilarNotice } from './similar-notice.js';
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

/** Keeps the files one after the other; the names of those that could not be kept. The request stands without them. */
const keepFiles = async (reference: string, files: readonly File[]): Promise<string[]> => {
  const notKept: string[] = [];
  for (const file of files) {
    await attachFile(reference, file).catch(() => notKept.push(file.name));
  }
  return notKept;
};

export const RegisterForm = ({ onRegistered }: { onRegistered: (registered: Registered) => void }) => {
  const { t } = useTexts();
  const texts = usePageTexts('correspondence');
  const problemText = useProblemText();
  const { today } = useSession();
  const client = useQueryClient();
  const [values, setValues] = useState(() => emptyRegistration(today));
  const [problems, setProblems] = useState<RegistrationProblems>({});
  const [files, setFiles] = useState<readonly File[]>([]);
  /** Times a pasted mail filled the form: fields that keep what was typed are made anew. */
  const [pasted, setPasted] = useState(0);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const register = useMutation({
    mutationFn: async (registration: Registration): Promise<Registered> => {
      const registered = await call('register', { body: registration, idempotencyKey });
      return { ...registered, notKept: await keepFiles(registered.reference, files) };
    },
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
        <PasteMail
          onFill={(changed) => {
            fields.change(changed);
            setPasted(pasted + 1);
          }}
        />
        <Card title={t('console.register.who')}>
          <WhoFields {...fields} />
        </Card>
        <Card title={t('console.register.what')}>
          <WhatFields {...fields} />
        </Card>
        <Card title={t('console.register.how')}>
          <HowFields key={pasted} {...fields} />
        </Card>
        <Card title={texts.t('correspondence.register.attachments')}>
          <AttachmentFields files={files} onFiles={setFiles} />
        </Card>
        <div>
          <Button kind="primary" type="submit" busy={register.isPending}>
            {t('console.register.submit')}
          </Button>
        </div>
      </div>
      <div className={styles.stack}>
        <SimilarNotice name={values.name} email={values.email} phone={values.phone} />
        <ClockAdvice receivedOn={values.receivedOn} today={today} />
      </div>
    </form>
  );
};
