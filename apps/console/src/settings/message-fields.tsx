import { useSettingsTexts } from '../app/texts.js';
import { Card } from '../ui/card.js';
import { CheckList } from '../ui/check-list.js';
import { SelectField } from '../ui/select-field.js';
import { HOUR_FIELDS, OPTIONAL_REMINDERS } from './settings-values.js';
import type { SettingsFieldsProps } from './settings-fields-props.js';
import styles from './settings.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** When messages leave, and which of them leave at all. */
export const MessageFields = ({ values, change }: SettingsFieldsProps) => {
  const { t } = useSettingsTexts();
  return (
    <Card title={t('settings.times.title')}>
      <div className={styles.stack}>
        <div className={styles.grid}>
          {HOUR_FIELDS.map((field) => (
            <SelectField
              key={field}
              label={t(`settings.field.${field}`)}
              value={String(values.hours[field])}
              options={HOURS}
              onChoose={(hour) => change({ hours: { ...values.hours, [field]: Number(hour) } })}
            />
          ))}
        </div>
        <CheckList
          label={t('settings.optional.title')}
          hint={t('settings.optional.hint')}
          chosen={values.sent}
          options={OPTIONAL_REMINDERS.map((value) => ({ value, label: t(`settings.optional.${value}`) }))}
          onChoose={(sent) => change({ sent: OPTIONAL_REMINDERS.filter((kind) => sent.includes(kind)) })}
        />
      </div>
    </Card>
  );
};
