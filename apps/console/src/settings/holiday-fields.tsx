import { useSettingsTexts } from '../app/texts.js';
import { Card } from '../ui/card.js';
import { RadioList } from '../ui/radio-list.js';
import type { SettingsFieldsProps } from './settings-fields-props.js';
import styles from './settings.module.css';

interface HolidayFieldsProps extends SettingsFieldsProps {
  readonly policies: readonly string[];
}

/** Which days count as public holidays, where the law of the country leaves a choice, each with what it means. */
export const HolidayFields = ({ values, change, policies }: HolidayFieldsProps) => {
  const { t, find } = useSettingsTexts();
  return (
    <Card title={t('settings.holidays.title')}>
      <div className={styles.stack}>
        <RadioList
          label={t('settings.holidays.label')}
          chosen={values.holidayPolicy}
          options={policies.map((value) => ({
            value,
            label: find(`settings.policy.${value}`) ?? value,
            hint: find(`settings.policy.${value}.hint`) ?? '',
          }))}
          onChoose={(holidayPolicy) => change({ holidayPolicy })}
        />
        <p className={styles.minor}>{t('settings.holidays.change')}</p>
      </div>
    </Card>
  );
};
