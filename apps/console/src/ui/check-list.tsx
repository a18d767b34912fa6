import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './check-list.module.css';

interface CheckListProps<Value extends string> {
  readonly label: string;
  readonly chosen: readonly Value[];
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly hint?: string }[];
  readonly onChoose: (values: Value[]) => void;
  readonly hint?: string;
  readonly error?: string | null | undefined;
  /** Side by side where there is width. */
  readonly columns?: 1 | 2;
  /** Focus goes here from an error summary. */
  readonly id?: string;
}

/** Several of a few. */
export const CheckList = <Value extends string>({
  label,
  chosen,
  options,
  onChoose,
  hint,
  error,
  columns = 1,
  id,
}: CheckListProps<Value>) => (
  <Checkbox.Group
    label={label}
    description={hint}
    error={error}
    value={[...chosen]}
    onChange={(values) => onChoose(values as Value[])}
  >
    <ul className={styles.list} data-columns={columns}>
      {options.map((option, index) => (
        <li key={option.value}>
          <Checkbox
            value={option.value}
            label={option.label}
            description={option.hint}
            {...(index === 0 && id !== undefined ? { id } : {})}
          />
        </li>
      ))}
    </ul>
  </Checkbox.Group>
);
