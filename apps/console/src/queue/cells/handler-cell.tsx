import type { QueueRow } from '#contracts/queue';
import { useSession } from '../../session/session-context.js';
import { useTexts } from '../../app/texts.js';
import { Avatar } from '../../ui/avatar.js';
import styles from './cells.module.css';

export const HandlerCell = ({ assignee }: { assignee: QueueRow['assignee'] }) => {
  const { t } = useTexts();
  const { user } = useSession();
  if (assignee === null) return <span className={styles.nobody}>{t('console.queue.nobody')}</span>;
  const own = assignee.id === user.id;
  return (
    <span className={styles.handler} title={assignee.name}>
      <Avatar name={assignee.name} own={own} />
      <span className={styles.handlerName}>{own ? t('console.queue.me') : assignee.name}</span>
    </span>
  );
};
