import type { ClockSettingsPage } from '#contracts/clock-settings';
import { useDates } from '../app/dates.js';
import { useSettingsTexts } from '../app/texts.js';
import { Card } from '../ui/card.js';
import styles from './settings.module.css';

/** Who changed the settings, and when, newest first. */
export const ChangeList = ({ changes }: Pick<ClockSettingsPage, 'changes'>) => {
  const { t } = useSettingsTexts();
  const dates = useDates();
  return (
    <Card title={t('settings.history.title')}>
      <ol className={styles.changes} reversed>
        {changes.map(({ version, at, by }) => (
          <li key={version}>
            <time dateTime={at}>{dates.moment(at)}</time> · {by.name}
          </li>
        ))}
      </ol>
    </Card>
  );
};
