import type { ClockPreview, LimitPreview } from '#contracts/clock-preview';
import type { CivilDate } from '#domain/time-source';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import styles from './preview.module.css';

/** A date with its weekday, and its year when it is not this one. */
const Day = ({ date }: { date: CivilDate | null }) => {
  const { t } = useTexts();
  const dates = useDates();
  return date === null ? t('console.preview.noDate') : <time dateTime={date}>{dates.short(date)}</time>;
};

interface Column {
  readonly key: string;
  readonly title: string;
  /** The day on which the person is imagined to answer. */
  readonly on: CivilDate | null;
  readonly dateOf: (limit: LimitPreview) => CivilDate | null;
}

/** As it becomes: with an answer in so many days, or at once; nothing where no date changes. */
const useLaterColumns = ({ limits, replies }: ClockPreview): readonly Column[] => {
  const { t } = useTexts();
  if (replies.length > 0) {
    return replies.map(({ days, on }, index) => ({
      key: on,
      title: t('console.preview.reply', { days }),
      on,
      dateOf: ({ ifReplied }) => ifReplied[index] ?? null,
    }));
  }
  if (limits.every(({ fate }) => fate === 'same')) return [];
  return [{ key: 'after', title: t('console.preview.after'), on: null, dateOf: ({ after }) => after }];
};

/** Each limit as it is and as it becomes. */
export const PreviewTable = ({ preview }: { preview: ClockPreview }) => {
  const { t } = useTexts();
  const dates = useDates();
  const later = useLaterColumns(preview);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('console.preview.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('console.preview.limit')}</th>
          <th scope="col">{t(later.length > 0 ? 'console.preview.before' : 'console.preview.unchanged')}</th>
          {later.map(({ key, title, on }) => (
            <th key={key} scope="col">
              {title}
              {on !== null && <span className={styles.minor}>{dates.short(on)}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.limits.map((limit) => (
          <tr key={limit.limit} data-fate={limit.fate}>
            <th scope="row">
              {t(`console.clock.limit.${limit.limit}`)}
              {limit.fate === 'stays' && <span className={styles.minor}>{t('console.preview.stays')}</span>}
            </th>
            <td>
              <Day date={limit.before} />
            </td>
            {later.map(({ key, dateOf }) => {
              const date = dateOf(limit);
              return (
                <td key={key} data-changed={date !== null && date !== limit.before}>
                  <Day date={date} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
