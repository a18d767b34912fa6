import { useState } from 'react';
import type { CivilDate } from '#domain/time-source';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { TextField } from '../ui/text-field.js';
import { readTypedDate, writeTypedDate } from '../ui/typed-date.js';
import { fieldId } from './field-id.js';
import styles from './register.module.css';

interface ArrivalFieldProps {
  readonly value: CivilDate | null;
  /** Null while what is typed is no date. */
  readonly onDate: (date: CivilDate | null) => void;
  readonly error: string | null;
}

/**
 * The date of arrival, typed with the day first and read back in words: the browser's own date field would follow the
 * language of the computer, and 9/12 would be read in two ways.
 */
export const ArrivalField = ({ value, onDate, error }: ArrivalFieldProps) => {
  const { t } = useTexts();
  const dates = useDates();
  const { today } = useSession();
  const [typed, setTyped] = useState(() => (value === null ? '' : writeTypedDate(value)));
  return (
    <div>
      <TextField
        id={fieldId('receivedOn')}
        label={t('console.register.receivedOn')}
        hint={t('console.register.receivedOnHint')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
        value={typed}
        onText={(text) => {
          setTyped(text);
          onDate(readTypedDate(text, today));
        }}
        error={error}
        required
      />
      <p className={styles.readBack} role="status">
        {value === null ? t('console.register.noDate') : dates.withWeekday(value)}
      </p>
    </div>
  );
};
