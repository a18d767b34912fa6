import { useState } from 'react';
import { PageHeading } from '../app/page-heading.js';
import { useTexts } from '../app/texts.js';
import { RegisterForm } from './register-form.js';
import { RegisterReceipt } from './register-receipt.js';
import type { Registered } from './registered.js';
import styles from './register.module.css';

/** A request that came by letter, phone, counter or mail, typed in with its real date of arrival. */
export const RegisterPage = () => {
  const { t } = useTexts();
  const [registered, setRegistered] = useState<Registered | null>(null);
  const title = t(registered === null ? 'console.register.title' : 'console.register.done');
  return (
    <div className={styles.page}>
      <PageHeading title={title}>{title}</PageHeading>
      {registered === null ? (
        <RegisterForm onRegistered={setRegistered} />
      ) : (
        <RegisterReceipt registered={registered} onAnother={() => setRegistered(null)} />
      )}
    </div>
  );
};
