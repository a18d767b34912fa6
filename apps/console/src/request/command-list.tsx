import { CommandButton } from './command-button.js';
import type { CommandTarget, DialogCommandType } from './request-context.js';
import styles from './command-button.module.css';

interface CommandListProps extends CommandTarget {
  readonly label: string;
  readonly types: readonly DialogCommandType[];
  /** The one that comes next. */
  readonly primary?: DialogCommandType | undefined;
  /** One below the other, where there is little width. */
  readonly stacked?: boolean;
}

export const CommandList = ({ label, types, primary, stacked = false, ...target }: CommandListProps) => (
  <div role="group" aria-label={label} className={styles.list} data-stacked={stacked}>
    {types.map((type) => (
      <CommandButton key={type} type={type} kind={type === primary ? 'primary' : 'secondary'} {...target} />
    ))}
  </div>
);
