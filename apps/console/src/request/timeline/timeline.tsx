import { useTexts } from '../../app/texts.js';
import { Card } from '../../ui/card.js';
import { useRequest } from '../request-context.js';
import { foldDesk } from './fold-desk.js';
import { NoteComposer } from './note-composer.js';
import { TimelineItem } from './timeline-item.js';
import styles from './timeline.module.css';

/** Everything that happened, the latest first. Rows of the desk's own doings fold into one. */
export const Timeline = () => {
  const { t } = useTexts();
  const { page } = useRequest();
  const groups = foldDesk(page.timeline.toSorted((one, other) => other.seq - one.seq));
  return (
    <Card title={t('console.timeline.title')} id="timeline">
      <NoteComposer />
      <ol className={styles.list}>
        {groups.map(([first, ...rest]) =>
          rest.length === 0 ? (
            <TimelineItem key={first.seq} entry={first} />
          ) : (
            <li key={first.seq} className={styles.fold}>
              <details>
                <summary>{t('console.timeline.folded', { count: rest.length + 1 })}</summary>
                <ol className={styles.list}>
                  {[first, ...rest].map((entry) => (
                    <TimelineItem key={entry.seq} entry={entry} />
                  ))}
                </ol>
              </details>
            </li>
          ),
        )}
      </ol>
    </Card>
  );
};
