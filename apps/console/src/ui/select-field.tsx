import { NativeSelect } from '@mantine/core';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean }[];
  readonly onChoose: (value: Value) => void;
  readonly id?: string;
  /** The label is there for screen readers only: what it is shows from its place. */
  readonly labelHidden?: boolean;
  readonly disabled?: boolean;
}

/** The browser's own list: quick, and known to every keyboard and screen reader. */
export const SelectField = <Value extends string>({
  label,
  options,
  onChoose,
  labelHidden = false,
  ...others
}: SelectFieldProps<Value>) => (
  <NativeSelect
    {...(labelHidden ? { 'aria-label': label } : { label })}
    data={[...options]}
    onChange={(event) => onChoose(event.currentTarget.value as Value)}
    {...others}
  />
);
