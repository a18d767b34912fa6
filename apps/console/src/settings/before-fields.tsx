import { useSettingsTexts } from '../app/texts.js';
import { Card } from '../ui/card.js';
import { ListInput } from './list-input.js';
import { LIST_FIELDS } from './settings-values.js';
import type { SettingsFieldsProps } from './settings-fields-props.js';
import styles from './settings.module.css';

/** How many working days before each statutory limit somebody is reminded of it. */
export const BeforeFields = (props: SettingsFieldsProps) => {
  const { t } = useSettingsTexts();
  return (
    <Card title={t('settings.before.title')}>
      <div className={styles.stack}>
        <p className={styles.minor}>{t('settings.before.hint')}</p>
        <div className={styles.pairs}>
          {LIST_FIELDS.filter((field) => field !== 'askPersonAgainAfterDays').map((field) => (
            <ListInput key={field} field={field} {...props} />
          ))}
        </div>
      </div>
    </Card>
  );
};
