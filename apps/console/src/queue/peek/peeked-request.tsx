import type { RequestPage } from '#contracts/request-page';
import { useActorName } from '../../app/actor-name.js';
import { useDates } from '../../app/dates.js';
import { usePageTexts, useTexts } from '../../app/texts.js';
import { ClockSentence } from '../../clock/clock-sentence.js';
import { DeadlinePill } from '../../clock/deadline-pill.js';
import { foldDesk } from '../../request/timeline/fold-desk.js';
import { entryTitle } from '../../request/timeline/entry-title.js';
import { RightName } from '../../ui/right-name.js';
import { StageDot } from '../../ui/stage-dot.js';
import styles from './peek.module.css';

/** So many entries tell where a request stands, runs of the desk's own doings as one; the others are on its page. */
const LATEST = 3;

/** Where one request stands: whose it is, its clock, the next step, its rights and what happened last. */
export const PeekedRequest = ({ page }: { page: RequestPage }) => {
  const texts = useTexts();
  const { t } = texts;
  const { t: say } = usePageTexts('request');
  const dates = useDates();
  const actorName = useActorName();
  const { clock, nextAction, rights } = page;
  const tasks = rights.flatMap((right) => right.tasks);
  const ofTask = (id: string): string => tasks.find((task) => task.id === id)?.registerName ?? id;
  const latest = foldDesk(page.timeline.toSorted((one, other) => other.seq - one.seq)).slice(0, LATEST);
  return (
    <>
      <h2 className={styles.name}>{page.person.name || t('console.request.forgotten')}</h2>
      <p className={styles.clock}>
        <DeadlinePill tone={clock.tone} daysLeft={clock.daysLeft} notStarted={clock.state === 'not_started'} />
        <span>
          <ClockSentence clock={clock} />
        </span>
      </p>
      <section>
        <h3>{t('console.nextStep.title')}</h3>
        <p>
          <strong>{t(`console.action.${nextAction.action}`)}</strong>
          <span className={styles.minor}>
            {nextAction.by !== 'nobody' && ` · ${t(`console.by.${nextAction.by}`)}`}
            {nextAction.on !== null && ` · ${t('console.nextStep.by', { date: dates.short(nextAction.on) })}`}
          </span>
        </p>
      </section>
      <section>
        <h3>{say('request.peek.rights')}</h3>
        <ul className={styles.rights}>
          {rights.map(({ right, article, stage }) => (
            <li key={right}>
              <RightName right={right} article={article} />
              <StageDot stage={stage} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{say('request.peek.latest')}</h3>
        <ol className={styles.entries}>
          {latest.map(([entry, ...before]) => (
            <li key={entry.seq}>
              {entryTitle(entry, texts, { ofActor: actorName, ofTask })}
              <span className={styles.minor}>
                {actorName(entry.actor)} · <time dateTime={entry.at}>{dates.moment(entry.at)}</time>
                {before.length > 0 && ` · ${t('console.timeline.folded', { count: before.length + 1 })}`}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
};
