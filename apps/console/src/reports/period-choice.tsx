import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { CivilDate } from '#domain/time-source';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { readTypedDate, writeTypedDate } from '../ui/typed-date.js';
import { DEFAULT_PERIOD, PERIODS, type DatePeriod, type PeriodName, type ReportSearch } from './report-search.js';
import { useReportWords } from './use-report-words.js';
import styles from './reports.module.css';

interface PeriodChoiceProps {
  readonly search: ReportSearch;
  readonly dates: DatePeriod;
  readonly today: CivilDate;
}

/** Latest day that a typed date without a year can mean: the end of a period may lie ahead. */
const YEAR_END = (today: CivilDate): CivilDate => `${today.slice(0, 4)}-12-31`;

/** A period by its name, or two days of one's own. It stands in the address, so a report can be sent as a link. */
export const PeriodChoice = ({ search, dates, today }: PeriodChoiceProps) => {
  const { t } = useReportWords();
  const navigate = useNavigate();
  const [own, setOwn] = useState(search.from !== undefined);
  const [from, setFrom] = useState(() => writeTypedDate(dates.from));
  const [to, setTo] = useState(() => writeTypedDate(dates.to));
  const [wrong, setWrong] = useState(false);
  const choose = (name: PeriodName | 'own'): void => {
    setOwn(name === 'own');
    if (name !== 'own') void navigate({ to: '/reports', search: name === DEFAULT_PERIOD ? {} : { period: name } });
  };
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const first = readTypedDate(from, YEAR_END(today));
    const last = readTypedDate(to, YEAR_END(today));
    const holds = first !== null && last !== null && first <= last;
    setWrong(!holds);
    if (holds) void navigate({ to: '/reports', search: { from: first, to: last } });
  };
  return (
    <form className={styles.period} onSubmit={show} noValidate>
      <SelectField
        label={t('reports.period')}
        value={own ? 'own' : (search.period ?? DEFAULT_PERIOD)}
        options={[...PERIODS, 'own' as const].map((name) => ({ value: name, label: t(`reports.period.${name}`) }))}
        onChoose={choose}
      />
      {own && (
        <>
          <TextField
            label={t('reports.from')}
            inputMode="decimal"
            maxLength={10}
            value={from}
            onText={setFrom}
            error={wrong ? t('reports.periodProblem') : null}
          />
          <TextField label={t('reports.to')} inputMode="decimal" maxLength={10} value={to} onText={setTo} />
          <Button type="submit">{t('reports.show')}</Button>
        </>
      )}
    </form>
  );
};
