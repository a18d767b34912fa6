import { IconLock } from '@tabler/icons-react';
import { Fragment, useId } from 'react';
import { useTexts } from '../app/texts.js';
import type { DialogCommandType } from './request-context.js';
import styles from './command-button.module.css';

interface ClosedCommandsProps {
  /** The code of the reason. */
  readonly reason: string;
  readonly types: readonly DialogCommandType[];
}

/** Commands that are closed for one reason. They stay in sight: a button that is not there explains nothing. */
export const ClosedCommands = ({ reason, types }: ClosedCommandsProps) => {
  const { t, find } = useTexts();
  const id = useId();
  return (
    <li className={styles.closed}>
      <IconLock aria-hidden size={14} className={styles.lock} />
      <span>
        {types.map((type, index) => (
          <Fragment key={type}>
            {index > 0 && ', '}
            <button type="button" className={styles.closedName} aria-disabled aria-describedby={id}>
              {t(`console.command.${type}`)}
            </button>
          </Fragment>
        ))}
        {' – '}
        <span id={id}>{find(`console.reason.${reason}`) ?? t('console.problem.unknown')}</span>
      </span>
    </li>
  );
};
