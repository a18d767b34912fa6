import { LANGUAGES } from '#domain/language';
import type { Registration } from '#contracts/request-page';
import { useTexts } from '../app/texts.js';
import { RadioList } from '../ui/radio-list.js';
import { ArrivalField } from './arrival-field.js';
import { fieldId } from './field-id.js';
import type { FieldsProps } from './fields-props.js';
import { useProblem } from './use-problem.js';
import styles from './register.module.css';

const CHANNELS: readonly Registration['channel'][] = ['letter', 'phone', 'email', 'counter'];

export const HowFields = ({ values, problems, change }: FieldsProps) => {
  const { t } = useTexts();
  const problem = useProblem(problems);
  return (
    <div className={styles.triple}>
      <RadioList
        id={fieldId('channel')}
        label={t('console.register.channel')}
        chosen={values.channel}
        options={CHANNELS.map((channel) => ({ value: channel, label: t(`common.channel.${channel}`) }))}
        onChoose={(channel) => change({ channel })}
        error={problem('channel')}
      />
      <RadioList
        id={fieldId('language')}
        label={t('console.register.language')}
        hint={t('console.register.languageHint')}
        chosen={values.language}
        options={LANGUAGES.map((language) => ({ value: language, label: t(`common.language.${language}`) }))}
        onChoose={(language) => change({ language })}
        error={problem('language')}
      />
      <ArrivalField
        value={values.receivedOn}
        onDate={(receivedOn) => change({ receivedOn })}
        error={problem('receivedOn')}
      />
    </div>
  );
};
