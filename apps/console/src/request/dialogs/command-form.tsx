import { useState, type FormEvent, type ReactNode } from 'react';
import type { PreviewedCommand } from '#contracts/clock-preview';
import type { StaffCommand } from '#contracts/request-page';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ApiProblem } from '../../api/api-problem.js';
import { entriesSince, lastSeq } from '../meanwhile/entries-since.js';
import { Meanwhile } from '../meanwhile/meanwhile.js';
import { PreviewPanel } from '../preview/preview-panel.js';
import { useCommand } from '../use-command.js';
import { useRequest, type OpenCommand } from '../request-context.js';
import styles from './command-form.module.css';

interface CommandFormProps {
  readonly command: OpenCommand;
  /** The command as filled in, or null when something is missing and the fields now say so. */
  readonly build: () => StaffCommand | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly intro?: ReactNode;
  readonly children?: ReactNode;
  /** What to preview of the clock; null while too little is chosen, left out where no date depends on the command. */
  readonly preview?: PreviewedCommand | null;
}

/** What all dialogs of commands share: title, what will happen, fields, what went wrong, and the two ways out. */
export const CommandForm = ({ command, build, onDone, onClose, intro, children, preview }: CommandFormProps) => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const { user } = useSession();
  const { page } = useRequest();
  const [opened] = useState(() => lastSeq(page.timeline));
  const give = useCommand(() => {
    onDone();
    onClose();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const filled = build();
    if (filled !== null) give.mutate(filled);
  };
  const outdated = give.error instanceof ApiProblem && give.error.isOutdated;
  const explained = entriesSince(page.timeline, opened, user.id).length > 0;
  const name = t(`console.command.${command.type}`);
  return (
    <Dialog
      title={command.right === undefined ? name : `${name}: ${t(`common.right.${command.right}`)}`}
      onClose={onClose}
    >
      <form onSubmit={submit} noValidate className={styles.form}>
        {intro !== undefined && <div>{intro}</div>}
        {children}
        {preview !== undefined && <PreviewPanel command={preview} />}
        <Meanwhile since={opened} refused={outdated} />
        {give.error !== null && !(outdated && explained) && (
          <p className={styles.problem} role="alert">
            {problemText(give.error)}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('console.ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={give.isPending}>
            {t(`console.command.${command.type}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
