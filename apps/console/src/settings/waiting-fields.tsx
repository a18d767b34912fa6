import { useSettingsTexts } from '../app/texts.js';
import { Card } from '../ui/card.js';
import { TextField } from '../ui/text-field.js';
import { ListInput } from './list-input.js';
import { NUMBER_FIELDS, reminderPath } from './settings-values.js';
import { useProblemOf } from './use-problem-of.js';
import type { SettingsFieldsProps } from './settings-fields-props.js';
import styles from './settings.module.css';

/** After how many days of waiting, for the person or for staff, somebody is told. */
export const WaitingFields = (props: SettingsFieldsProps) => {
  const { values, problems, change } = props;
  const { t } = useSettingsTexts();
  const problemOf = useProblemOf(problems);
  return (
    <Card title={t('settings.waiting.title')}>
      <div className={styles.pairs}>
        <ListInput field="askPersonAgainAfterDays" {...props} />
        {NUMBER_FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`settings.field.${field}`)}
            inputMode="numeric"
            maxLength={3}
            value={values.numbers[field]}
            onText={(typed) => change({ numbers: { ...values.numbers, [field]: typed } })}
            error={problemOf(reminderPath(field))}
            required
          />
        ))}
      </div>
    </Card>
  );
};
