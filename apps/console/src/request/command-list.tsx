import { ClosedCommands } from './closed-commands.js';
import { CommandButton } from './command-button.js';
import { permitFor, useRequest, type CommandTarget, type DialogCommandType } from './request-context.js';
import styles from './command-button.module.css';

interface CommandListProps extends CommandTarget {
  readonly label: string;
  readonly types: readonly DialogCommandType[];
  /** The one that comes next. */
  readonly primary?: DialogCommandType | undefined;
}

/** Commands that belong together: the open ones as buttons, the closed ones below by their reason. */
export const CommandList = ({ label, types, primary, ...target }: CommandListProps) => {
  const { page } = useRequest();
  const open = types.filter((type) => permitFor(page, type, target)?.open === true);
  const closed = types.filter((type) => permitFor(page, type, target)?.open === false);
  const byReason = [...Map.groupBy(closed, (type) => permitFor(page, type, target)?.reason ?? '')];
  return (
    <div role="group" aria-label={label} className={styles.group}>
      {open.length > 0 && (
        <div className={styles.list}>
          {open.map((type) => (
            <CommandButton key={type} type={type} kind={type === primary ? 'primary' : 'secondary'} {...target} />
          ))}
        </div>
      )}
      {byReason.length > 0 && (
        <ul className={styles.closedList}>
          {byReason.map(([reason, of]) => (
            <ClosedCommands key={reason} reason={reason} types={of} />
          ))}
        </ul>
      )}
    </div>
  );
};
