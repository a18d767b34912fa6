import { useTexts } from '../app/texts.js';
import { TextField } from '../ui/text-field.js';
import { fieldId } from './field-id.js';
import type { FieldsProps } from './fields-props.js';
import { RepresentativeFields } from './representative-fields.js';
import { useProblem } from './use-problem.js';
import styles from './register.module.css';

const CONTACTS = [
  { field: 'email', type: 'email', longest: 254 },
  { field: 'phone', type: 'tel', longest: 40 },
  { field: 'customerNumber', type: 'text', longest: 40 },
] as const;

export const WhoFields = ({ values, problems, change }: FieldsProps) => {
  const { t } = useTexts();
  const problem = useProblem(problems);
  return (
    <>
      <div className={styles.pair}>
        <TextField
          id={fieldId('name')}
          label={t('console.register.name')}
          maxLength={200}
          autoComplete="off"
          value={values.name}
          onText={(name) => change({ name })}
          error={problem('name')}
          required
        />
        {CONTACTS.map(({ field, type, longest }) => (
          <TextField
            key={field}
            id={fieldId(field)}
            label={t(`console.register.${field}`)}
            type={type}
            maxLength={longest}
            autoComplete="off"
            value={values[field]}
            onText={(typed) => change({ [field]: typed })}
            error={problem(field)}
          />
        ))}
      </div>
      <RepresentativeFields values={values} problems={problems} change={change} />
    </>
  );
};
