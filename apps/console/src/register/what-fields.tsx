import { RIGHT_RULES, RIGHTS } from '#domain/law/rights';
import { useTexts } from '../app/texts.js';
import { CheckList } from '../ui/check-list.js';
import { RightName } from '../ui/right-name.js';
import { TextAreaField } from '../ui/text-area-field.js';
import { fieldId } from './field-id.js';
import type { FieldsProps } from './fields-props.js';
import { useProblem } from './use-problem.js';
import styles from './register.module.css';

export const WhatFields = ({ values, problems, change }: FieldsProps) => {
  const { t } = useTexts();
  const problem = useProblem(problems);
  return (
    <div className={styles.stack}>
      <CheckList
        id={fieldId('rights')}
        label={t('console.register.rights')}
        columns={2}
        chosen={values.rights}
        options={RIGHTS.map((right) => ({
          value: right,
          label: <RightName right={right} article={RIGHT_RULES[right].article} />,
          hint: t(`common.right.${right}.plain`),
        }))}
        onChoose={(rights) => change({ rights })}
        error={problem('rights')}
      />
      <TextAreaField
        id={fieldId('words')}
        label={t('console.register.words')}
        hint={t('console.register.wordsHint')}
        rows={5}
        maxLength={20_000}
        value={values.words}
        onText={(words) => change({ words })}
        error={problem('words')}
      />
    </div>
  );
};
