import { useState, type FormEvent } from 'react';
import { useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { readTypedDate, writeTypedDate } from '../../ui/typed-date.js';
import { withFilter, type DateFilter, type QueueSearch } from '../queue-search.js';
import styles from '../queue-tools.module.css';

interface DateRangeProps {
  readonly filter: DateFilter;
  readonly search: QueueSearch;
  readonly onSearch: (search: QueueSearch) => void;
}

const written = (date: string | undefined): string => (date === undefined ? '' : writeTypedDate(date));

const HALF_A_YEAR_MS = 182 * 86_400_000;

/** A date without a year is the latest such day until then: receipts lie behind us, deadlines up to half a year ahead. */
const latestOf = (filter: DateFilter, today: string): string =>
  filter === 'received' ? today : new Date(Date.parse(today) + HALF_A_YEAR_MS).toISOString().slice(0, 10);

/** From and to, both included and either may be missing. */
export const DateRange = ({ filter, search, onSearch }: DateRangeProps) => {
  const { t } = useTexts();
  const { today } = useSession();
  const [from, setFrom] = useState(() => written(search[`${filter}From`]));
  const [to, setTo] = useState(() => written(search[`${filter}To`]));
  const [checked, setChecked] = useState(false);
  const read = (typed: string) => readTypedDate(typed, latestOf(filter, today));
  const problem = (typed: string) =>
    checked && typed.trim() !== '' && read(typed) === null ? t('queue.filter.badDate') : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if ([from, to].some((typed) => typed.trim() !== '' && read(typed) === null)) return;
    onSearch(withFilter(search, { [`${filter}From`]: read(from) ?? '', [`${filter}To`]: read(to) ?? '' }));
  };
  const field = { inputMode: 'decimal', autoComplete: 'off', maxLength: 12 } as const;
  return (
    <form onSubmit={submit} noValidate className={styles.panel}>
      <TextField {...field} label={t('queue.filter.from')} value={from} onText={setFrom} error={problem(from)} />
      <TextField {...field} label={t('queue.filter.to')} value={to} onText={setTo} error={problem(to)} />
      <Button type="submit" kind="primary">
        {t('queue.filter.apply')}
      </Button>
    </form>
  );
};
