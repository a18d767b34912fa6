import { useState } from 'react';
import { usePageTexts, useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { TextAreaField } from '../ui/text-area-field.js';
import { readPastedMail } from './pasted-mail.js';
import type { FieldsProps } from './fields-props.js';
import styles from './register.module.css';

const READ = ['name', 'email', 'receivedOn'] as const;

interface PasteMailProps {
  /** Fields that show what they were typed themselves must be made anew. */
  readonly onFill: FieldsProps['change'];
}

/** Reads an e-mail into the form, and says what it read so that it gets checked. */
export const PasteMail = ({ onFill }: PasteMailProps) => {
  const { t } = usePageTexts('correspondence');
  const { t: common } = useTexts();
  const { today, timeZone } = useSession();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const fill = (): void => {
    const mail = readPastedMail(text, timeZone, today);
    const found = READ.filter((field) => mail[field] !== undefined);
    onFill({ ...mail, channel: 'email' });
    const fields = found.map((field) => common(`console.register.field.${field}`)).join(', ');
    setSaid(
      found.length === 0 ? t('correspondence.register.notRead') : t('correspondence.register.filled', { fields }),
    );
    setText('');
  };
  return (
    <details className={styles.paste}>
      <summary>{t('correspondence.register.paste')}</summary>
      <div className={styles.stack}>
        <TextAreaField
          label={t('correspondence.register.pasteWords')}
          hint={t('correspondence.register.pasteHint')}
          rows={6}
          maxLength={100_000}
          value={text}
          onText={setText}
        />
        <div>
          <Button onClick={fill}>{t('correspondence.register.fill')}</Button>
        </div>
        <p role="status">{said}</p>
      </div>
    </details>
  );
};
