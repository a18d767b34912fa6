import { RIGHTS } from '#domain/law/rights';
import { useSettingsTexts, useTexts } from '../app/texts.js';
import { Card } from '../ui/card.js';
import { TextField } from '../ui/text-field.js';
import { sharePath, workingDaysPath } from './settings-values.js';
import { useProblemOf } from './use-problem-of.js';
import type { SettingsFieldsProps } from './settings-fields-props.js';
import styles from './settings.module.css';

/** The organisation's own dates: a share of the statutory time, and working days for single rights. */
export const TargetFields = ({ values, problems, change }: SettingsFieldsProps) => {
  const { t: tConsole } = useTexts();
  const { t } = useSettingsTexts();
  const problemOf = useProblemOf(problems);
  const { workingDays } = values;
  return (
    <Card title={t('settings.targets.title')}>
      <div className={styles.stack}>
        <div className={styles.narrow}>
          <TextField
            label={t('settings.targets.share')}
            hint={t('settings.targets.shareHint')}
            inputMode="numeric"
            maxLength={3}
            value={values.share}
            onText={(share) => change({ share })}
            error={problemOf(sharePath)}
            required
          />
        </div>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('settings.targets.rights')}</legend>
          <p className={styles.minor}>{t('settings.targets.rightsHint')}</p>
          <div className={styles.grid}>
            {RIGHTS.map((right) => (
              <TextField
                key={right}
                label={tConsole(`common.right.${right}`)}
                inputMode="numeric"
                maxLength={3}
                value={workingDays[right]}
                onText={(typed) => change({ workingDays: { ...workingDays, [right]: typed } })}
                error={problemOf(workingDaysPath(right))}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Card>
  );
};
