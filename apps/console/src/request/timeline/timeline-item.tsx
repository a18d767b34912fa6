import type { TimelineEntry } from '#contracts/request-page';
import { useActorName } from '../../app/actor-name.js';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import { useRequest } from '../request-context.js';
import { appearanceOf } from './entry-appearance.js';
import { entryTitle } from './entry-title.js';
import styles from './timeline.module.css';

/** One entry of the ledger: what, who, when, and the words sealed beside it. */
export const TimelineItem = ({ entry }: { entry: TimelineEntry }) => {
  const texts = useTexts();
  const dates = useDates();
  const actorName = useActorName();
  const { page } = useRequest();
  const tasks = page.rights.flatMap((right) => right.tasks);
  const registerOf = (id: string): string => tasks.find((task) => task.id === id)?.registerName ?? id;
  const { t } = texts;
  const { counted } = entry;
  const { icon: Icon, tone } = appearanceOf(entry.type);
  return (
    <li className={styles.item} id={`e${entry.seq}`}>
      <span className={styles.icon} data-tone={tone} aria-hidden>
        <Icon size={16} stroke={1.8} />
      </span>
      <div className={styles.body}>
        <p className={styles.line}>
          <strong>{entryTitle(entry, texts, { ofActor: actorName, ofTask: registerOf })}</strong>
          <span className={styles.minor}>{actorName(entry.actor)}</span>
          <time className={styles.when} dateTime={entry.at}>
            {dates.moment(entry.at)}
          </time>
        </p>
        {counted !== null && (
          <details className={styles.counted}>
            <summary>
              {counted.due === null
                ? t('console.timeline.noDate')
                : t('console.timeline.due', { due: dates.inSentence(counted.due) })}
            </summary>
            {t('console.ledger.countedBy', counted)}
          </details>
        )}
        {entry.note !== null && (
          <p className={styles.note} data-own={entry.type === 'noteAdded'}>
            {entry.note}
          </p>
        )}
      </div>
    </li>
  );
};
