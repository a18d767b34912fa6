import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './check-list.module.css';

interface RadioListProps<Value extends string> {
  readonly label: string;
  readonly chosen: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly hint?: string }[];
  readonly onChoose: (value: Value) => void;
  readonly hint?: string;
  readonly error?: string | null | undefined;
  readonly id?: string;
}

/** One of a few. */
export const RadioList = <Value extends string>({
  label,
  chosen,
  options,
  onChoose,
  hint,
  error,
  id,
}: RadioListProps<Value>) => (
  <Radio.Group
    label={label}
    description={hint}
    error={error}
    value={chosen}
    onChange={(value) => onChoose(value as Value)}
  >
    <ul className={styles.list}>
      {options.map((option, index) => (
        <li key={option.value}>
          <Radio
            value={option.value}
            label={option.label}
            description={option.hint}
            {...(index === 0 && id !== undefined ? { id } : {})}
          />
        </li>
      ))}
    </ul>
  </Radio.Group>
);
