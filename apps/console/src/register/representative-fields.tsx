import { MANDATES, type Mandate } from '#domain/request/vocabulary';
import { usePageTexts, useTexts } from '../app/texts.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { fieldId } from './field-id.js';
import type { FieldsProps } from './fields-props.js';
import { useProblem } from './use-problem.js';
import styles from './register.module.css';

/** Who acts for the person, and by which mandate. */
export const RepresentativeFields = ({ values, problems, change }: FieldsProps) => {
  const { t } = usePageTexts('correspondence');
  const { t: common } = useTexts();
  const problem = useProblem(problems);
  return (
    <fieldset className={styles.group}>
      <legend>{t('correspondence.register.representative')}</legend>
      <p className={styles.minor}>{t('correspondence.register.representativeHint')}</p>
      <div className={styles.pair}>
        <TextField
          id={fieldId('representative')}
          label={common('console.register.representative')}
          maxLength={200}
          autoComplete="off"
          value={values.representative}
          onText={(representative) => change({ representative })}
          error={problem('representative')}
        />
        <div>
          <SelectField<Mandate | ''>
            id={fieldId('mandate')}
            label={common('console.register.mandate')}
            value={values.mandate ?? ''}
            options={[
              { value: '', label: t('correspondence.register.noMandate') },
              ...MANDATES.map((mandate) => ({ value: mandate, label: common(`common.mandate.${mandate}`) })),
            ]}
            onChoose={(mandate) => change({ mandate: mandate === '' ? null : mandate })}
          />
          {problem('mandate') !== null && <p className={styles.fieldProblem}>{problem('mandate')}</p>}
        </div>
      </div>
    </fieldset>
  );
};
