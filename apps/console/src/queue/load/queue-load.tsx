import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { QueueLoad } from '#contracts/queue-load';
import { useDates, type Dates } from '../../app/dates.js';
import { useTexts, type Texts } from '../../app/texts.js';
import { countText } from '../count-text.js';
import { withFilter, type QueueSearch } from '../queue-search.js';
import { useLoad } from './use-load.js';
import styles from './queue-load.module.css';

type Day = QueueLoad['days'][number];

/** No bar is higher, in pixels; one request is a mark that can be seen. */
const HIGHEST = 34;
const LOWEST = 4;
const SOON_DAYS = 7;

const DAY_MS = 86_400_000;

const dayBefore = (date: string): string => new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);

const isMonday = (date: string): boolean => new Date(date).getUTCDay() === 1;

const nameOf = ({ date, due, working, holiday }: Day, { t, language }: Texts, dates: Dates): string => {
  const day = t('queue.load.day', { count: due, date: dates.short(date) });
  if (holiday !== null) return t('queue.load.holiday', { day, holiday: holiday[language] });
  return working ? day : t('queue.load.weekend', { day });
};

const toneOf = (index: number): string => {
  if (index === 0) return 'today';
  return index <= SOON_DAYS ? 'soon' : 'ok';
};

/** Moves the focus along the bars: one tab stop for all of them. */
const onArrow = (event: KeyboardEvent<HTMLElement>): void => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const bars = [...event.currentTarget.querySelectorAll('button')];
  bars[bars.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus();
};

interface BarProps {
  readonly day: Day;
  readonly index: number;
  readonly highest: number;
  readonly pressed: boolean;
  /** The one that Tab reaches. */
  readonly inTabOrder: boolean;
  readonly onPress: () => void;
}

const Bar = ({ day, index, highest, pressed, inTabOrder, onPress }: BarProps) => {
  const texts = useTexts();
  const dates = useDates();
  const name = nameOf(day, texts, dates);
  const height = day.due === 0 ? 0 : LOWEST + Math.round((day.due / highest) * (HIGHEST - LOWEST));
  return (
    <div className={styles.day} data-working={day.working}>
      <button
        type="button"
        className={styles.bar}
        aria-label={name}
        title={name}
        aria-pressed={pressed}
        tabIndex={inTabOrder ? 0 : -1}
        onClick={onPress}
      >
        <span aria-hidden>{day.due > 99 ? '99+' : day.due || ''}</span>
        <svg aria-hidden width="100%" height={HIGHEST} preserveAspectRatio="none" data-tone={toneOf(index)}>
          <rect x="0" y={HIGHEST - height} width="100%" height={height} rx="2" />
        </svg>
      </button>
      {(index === 0 || (isMonday(day.date) && index > 3)) && (
        <span aria-hidden className={styles.label}>
          {index === 0 ? texts.t('queue.load.today') : dates.short(day.date).replace(/^\S+\s/u, '')}
        </span>
      )}
    </div>
  );
};

/** What is due on each of the coming days; a day leads to its requests, and once more to all of them. */
export const QueueLoadStrip = ({ search }: { search: QueueSearch }) => {
  const { t, language } = useTexts();
  const navigate = useNavigate();
  const mine = search.view === 'mine' || search.view === 'wait_for_me';
  const load = useLoad(mine ? 'me' : 'everyone');
  if (load === undefined) return <div className={styles.strip} aria-hidden />;
  const highest = Math.max(...load.days.map(({ due }) => due), 1);
  const pressedAt = load.days.findIndex(({ date }) => search.dueFrom === date && search.dueTo === date);
  const press = (date: string, pressed: boolean): void => {
    const days = pressed ? { dueFrom: '', dueTo: '' } : { dueFrom: date, dueTo: date };
    const view = mine ? 'mine' : undefined;
    void navigate({ to: '/queue', search: withFilter({ ...search, view, saved: undefined }, days) });
  };
  // One's own are those of "mine", with whom one stands in for, and not only those that one handles oneself.
  const [today] = load.days;
  const lateOwn: QueueSearch = { view: 'mine', ...(today !== undefined && { dueTo: dayBefore(today.date) }) };
  const around = [
    { tone: 'overdue', count: load.overdue, own: lateOwn, words: t('queue.load.overdue') },
    { tone: 'paused', count: load.paused, own: { view: 'mine', paused: 'yes' }, words: t('queue.load.paused') },
  ] as const;
  const [overdue, paused] = around.map(({ tone, count, own, words }) => (
    <button
      key={tone}
      type="button"
      className={styles.box}
      data-tone={count > 0 ? tone : 'none'}
      onClick={() => void navigate({ to: '/queue', search: mine ? own : { view: tone } })}
    >
      <strong>{countText(count, language)}</strong> {words}
    </button>
  ));
  return (
    <section aria-label={t(mine ? 'queue.load.mine' : 'queue.load')} className={styles.strip}>
      {overdue}
      <div role="toolbar" tabIndex={-1} aria-label={t('queue.load')} className={styles.days} onKeyDown={onArrow}>
        {load.days.map((day, index) => (
          <Bar
            key={day.date}
            day={day}
            index={index}
            highest={highest}
            pressed={index === pressedAt}
            inTabOrder={index === Math.max(pressedAt, 0)}
            onPress={() => press(day.date, index === pressedAt)}
          />
        ))}
      </div>
      {paused}
    </section>
  );
};
