import { useSettingsTexts } from '../app/texts.js';
import { TextField } from '../ui/text-field.js';
import { reminderPath, type ListField } from './settings-values.js';
import { useProblemOf } from './use-problem-of.js';
import type { SettingsFieldsProps } from './settings-fields-props.js';

/** Several numbers of days, separated by commas. */
export const ListInput = ({ field, values, problems, change }: SettingsFieldsProps & { readonly field: ListField }) => {
  const { t, find } = useSettingsTexts();
  const problemOf = useProblemOf(problems);
  return (
    <TextField
      label={t(`settings.field.${field}`)}
      hint={find(`settings.field.${field}.hint`)}
      maxLength={60}
      value={values.lists[field]}
      onText={(typed) => change({ lists: { ...values.lists, [field]: typed } })}
      error={problemOf(reminderPath(field))}
    />
  );
};
