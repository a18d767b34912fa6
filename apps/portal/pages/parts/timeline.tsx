import type { CivilDate } from '#domain/time-source';
import { STAGES, type Stage } from '#domain/request/stages';
import { formatDate } from '#texts/dates';
import type { Surroundings } from '../page.js';
import { Day } from './day.js';

interface TimelineProps extends Surroundings {
  readonly stage: Stage;
  readonly receivedOn: CivilDate;
  readonly dueOn: CivilDate | null;
}

/** What is done, what is going on and what comes, told in words and drawn beside them. */
export function Timeline({ frame, t, stage, receivedOn, dueOn }: TimelineProps) {
  const now = STAGES.indexOf(stage);
  const label = (step: Stage, index: number) => {
    if (index === now) return t('portal.status.now');
    if (step === 'intake') return <Day date={receivedOn} language={frame.language} />;
    if (index < now) return t('portal.status.done');
    if (step === 'closed' && dueOn !== null) {
      return t('portal.status.by', { date: formatDate(dueOn, frame.language, 'numeric') });
    }
    return t('portal.status.next');
  };
  return (
    <ol className="timeline">
      {STAGES.map((step, index) => (
        <li
          key={step}
          className={index < now ? 'done' : index === now ? 'now' : 'next'}
          aria-current={index === now ? 'step' : undefined}
        >
          <span className="when">{label(step, index)}</span>
          <span className="what">{t(`portal.status.step.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
}
