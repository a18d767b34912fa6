import type { ClockView } from '#contracts/clock-view';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import styles from './clock-dates.module.css';

const DATES = ['internalDueOn', 'acknowledgeBy', 'extensionNoticeBy', 'refusalNoticeBy'] as const;

/** A limit that has passed, or an extension already told, is nothing to keep any more; our own date stays a reproach. */
const counts = (clock: ClockView, name: (typeof DATES)[number]): boolean => {
  const date = clock[name];
  if (date === null) return false;
  if (name === 'internalDueOn') return true;
  return date >= clock.today && !(name === 'extensionNoticeBy' && clock.extended);
};

/** The other dates that count while a request is open. */
export const ClockDates = ({ clock }: { clock: ClockView }) => {
  const { t } = useTexts();
  const dates = useDates();
  if (clock.state === 'stopped') return null;
  return (
    <dl className={styles.dates}>
      {DATES.filter((name) => counts(clock, name)).map((name) => {
        const date = clock[name];
        return (
          date !== null && (
            <div key={name}>
              <dt>{t(`console.clock.${name}`)}</dt>
              <dd>
                <time dateTime={date}>{dates.short(date)}</time>
              </dd>
            </div>
          )
        );
      })}
    </dl>
  );
};
