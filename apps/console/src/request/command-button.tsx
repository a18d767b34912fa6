import { useId } from 'react';
import { useTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { permitFor, useRequest, type CommandTarget, type DialogCommandType } from './request-context.js';
import styles from './command-button.module.css';

interface CommandButtonProps extends CommandTarget {
  readonly type: DialogCommandType;
  readonly kind?: 'primary' | 'secondary';
}

/** A command. Closed ones stay in sight with their reason: a button that is not there explains nothing. */
export const CommandButton = ({ type, kind = 'secondary', ...target }: CommandButtonProps) => {
  const { t, find } = useTexts();
  const { page, openDialog } = useRequest();
  const id = useId();
  const permit = permitFor(page, type, target);
  if (permit === undefined) return null;
  const reason = permit.open ? null : (find(`console.reason.${permit.reason}`) ?? t('console.problem.unknown'));
  return (
    <span className={styles.command}>
      <Button
        size="xs"
        kind={permit.open ? kind : 'secondary'}
        closedBecause={reason === null ? undefined : id}
        onClick={() => openDialog({ type, ...target })}
      >
        {t(`console.command.${type}`)}
      </Button>
      {reason !== null && (
        <span className={styles.reason} id={id}>
          {reason}
        </span>
      )}
    </span>
  );
};
