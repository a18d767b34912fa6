import type { MessagePreview } from '#contracts/correspondence';
import { SECONDS_BEFORE_LEAVING } from '#domain/request/messages';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts, useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { useToast } from '../../ui/use-toast.js';
import { useRequest } from '../request-context.js';
import { useCommand } from '../use-command.js';
import { useTakeBack } from './use-take-back.js';
import styles from './thread.module.css';

interface PreviewDialogProps {
  readonly preview: MessagePreview;
  readonly words: string;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** The message as the person will see it, and the button that sends it. */
export const PreviewDialog = ({ preview: { subject, text }, words, onClose, onSent }: PreviewDialogProps) => {
  const { t } = usePageTexts('correspondence');
  const { t: common } = useTexts();
  const problemText = useProblemText();
  const { page } = useRequest();
  const { user } = useSession();
  const toast = useToast();
  const takeBack = useTakeBack();
  const give = useCommand(({ timeline }) => {
    const written = timeline.filter(({ type }) => type === 'messageWritten');
    const message = written.findLastIndex(({ actor }) => actor === `staff:${user.id}`) + 1;
    toast.done(t('correspondence.leavesSoon', { seconds: SECONDS_BEFORE_LEAVING }), {
      words: common('queue.undo'),
      run: () => takeBack.mutate({ message, words }),
      for: SECONDS_BEFORE_LEAVING,
    });
    onSent();
    onClose();
  });
  return (
    <Dialog title={t('correspondence.previewTitle')} onClose={onClose}>
      <div className={styles.preview} lang={page.language}>
        <p>
          <strong>{subject}</strong>
        </p>
        <p className={styles.words}>{text}</p>
      </div>
      {give.error !== null && (
        <p className={styles.problem} role="alert">
          {problemText(give.error)}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>{common('console.ui.cancel')}</Button>
        <Button kind="primary" busy={give.isPending} onClick={() => give.mutate({ type: 'writeMessage', words })}>
          {t('correspondence.send')}
        </Button>
      </div>
    </Dialog>
  );
};
