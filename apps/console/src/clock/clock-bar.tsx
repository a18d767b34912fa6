import type { ClockView } from '#contracts/clock-view';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { clockGeometry } from './clock-geometry.js';
import styles from './clock-bar.module.css';

/** The clock drawn as a line: days used, paused, left, added and late, with the dates that matter. */
export const ClockBar = ({ clock }: { clock: ClockView }) => {
  const { t } = useTexts();
  const dates = useDates();
  const { segments, today, due, firstDue, ticks } = clockGeometry(clock);
  return (
    <figure className={styles.figure} aria-label={t('console.clock.bar')}>
      <div className={styles.marks} aria-hidden>
        <span className={styles.mark} style={{ left: 0 }}>
          <b>{t('console.clock.received')}</b> {dates.short(clock.receivedOn)}
        </span>
        {firstDue && firstDue.at > 25 && firstDue.at < 75 && (
          <span className={styles.mark} data-kind="first" style={{ left: `${firstDue.at}%` }}>
            <b>{t('console.clock.firstDue')}</b> {dates.short(firstDue.date)}
          </span>
        )}
        {due && (
          <span
            className={styles.mark}
            data-kind={due.at > 50 ? 'end' : 'start'}
            style={due.at > 50 ? { right: `${100 - due.at}%` } : { left: `${due.at}%` }}
          >
            <b>{t(clock.dueOn === null ? 'console.clock.dueIfToday' : 'console.clock.due')}</b> {dates.short(due.date)}
          </span>
        )}
      </div>
      <div className={styles.bar}>
        <ol>
          {segments.map(({ kind, from, to, days, at, width }) => (
            <li
              key={`${kind} ${from}`}
              className={styles.segment}
              data-kind={kind}
              style={{ left: `${at}%`, width: `${width}%` }}
              title={t(`console.clock.segment.${kind}.full`, { days, from: dates.short(from), to: dates.short(to) })}
            >
              <span className="visually-hidden">
                {t(`console.clock.segment.${kind}.full`, { days, from: dates.short(from), to: dates.short(to) })}
              </span>
              <span aria-hidden className={styles.label}>
                <span className={styles.short}>{t('console.clock.days', { days })}</span>
                <span className={styles.long}>{t(`console.clock.segment.${kind}.short`, { days })}</span>
              </span>
            </li>
          ))}
        </ol>
        {today !== null && <span className={styles.today} style={{ left: `${today}%` }} aria-hidden />}
      </div>
      <div className={styles.axis} aria-hidden>
        {ticks
          .filter(({ at }) => at < 95 && (today === null || Math.abs(at - today) > 7))
          .map(({ date, at }) => (
            <span key={date} className={styles.tick} data-edge={at < 4} style={{ left: `${at}%` }}>
              {dates.short(date)}
            </span>
          ))}
        {today !== null && (
          <span className={styles.todayTag} style={{ left: `clamp(28px, ${today}%, calc(100% - 28px))` }}>
            {t('console.clock.today')}
          </span>
        )}
      </div>
    </figure>
  );
};
