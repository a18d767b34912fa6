import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Deputies, DeputyNaming } from '#contracts/deputies';
import type { CivilDate } from '#domain/time-source';
import { call } from '../api/call.js';
import { DEPUTIES_KEY, QUEUE_KEY } from '../api/keys.js';
import { useDates } from '../app/dates.js';
import { handles } from '../app/handlers.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { readTypedDate, writeTypedDate } from '../ui/typed-date.js';
import { useToast } from '../ui/use-toast.js';
import styles from './account-extras.module.css';

/** The last day of the year that begins today: a day typed without a year is the next such day. */
const inAYear = (today: CivilDate): CivilDate => {
  const last = new Date(`${today}T00:00:00Z`);
  last.setUTCFullYear(last.getUTCFullYear() + 1);
  last.setUTCDate(last.getUTCDate() - 1);
  return last.toISOString().slice(0, 10);
};

/** Who stands in while the reader is away, and for whom the reader does. */
export const DeputyPanel = () => {
  const { t } = usePageTexts('notices');
  const dates = useDates();
  const toast = useToast();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { user, staff, today } = useSession();
  const { data } = useQuery({ queryKey: DEPUTIES_KEY, queryFn: ({ signal }) => call('deputies', { signal }) });
  const [deputy, setDeputy] = useState('');
  const [from, setFrom] = useState(() => writeTypedDate(today));
  const [to, setTo] = useState('');
  const [incomplete, setIncomplete] = useState(false);
  const onSuccess = (named: Deputies): void => {
    client.setQueryData(DEPUTIES_KEY, named);
    void client.invalidateQueries({ queryKey: QUEUE_KEY });
    toast.done(t(named.own === null ? 'notices.deputy.ended' : 'notices.deputy.saved'));
  };
  const onError = (error: Error): void => toast.failed(problemText(error));
  const name = useMutation({
    mutationFn: (body: DeputyNaming) => call('nameDeputy', { body }),
    onSuccess,
    onError,
  });
  const end = useMutation({ mutationFn: () => call('endDeputy', {}), onSuccess, onError });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [first, last] = [from, to].map((typed) => readTypedDate(typed, inAYear(today)));
    if (deputy === '' || !first || !last || last < first || last < today) return setIncomplete(true);
    setIncomplete(false);
    name.mutate({ deputy, from: first, to: last });
  };
  const days = (period: { readonly from: string; readonly to: string }) => ({
    from: dates.numeric(period.from),
    to: dates.numeric(period.to),
  });
  const own = data?.own ?? null;
  return (
    <section className={styles.part} aria-labelledby="deputy">
      <h2 id="deputy">{t('notices.deputy.title')}</h2>
      {data?.forOthers.map(({ absent, ...period }) => (
        <p key={absent.id}>{t('notices.deputy.forOther', { name: absent.name, ...days(period) })}</p>
      ))}
      {own === null ? (
        <form onSubmit={submit} noValidate className={styles.form}>
          <p className={styles.about}>{t('notices.deputy.about')}</p>
          <SelectField
            label={t('notices.deputy.who')}
            value={deputy}
            options={[
              { value: '', label: t('notices.deputy.choose') },
              ...staff
                .filter((one) => handles(one) && one.id !== user.id)
                .map(({ id, name: label }) => ({ value: id, label })),
            ]}
            onChoose={setDeputy}
          />
          <div className={styles.days}>
            <TextField
              label={t('notices.deputy.from')}
              inputMode="decimal"
              maxLength={12}
              autoComplete="off"
              value={from}
              onText={setFrom}
            />
            <TextField
              label={t('notices.deputy.to')}
              inputMode="decimal"
              maxLength={12}
              autoComplete="off"
              value={to}
              onText={setTo}
            />
          </div>
          {incomplete && (
            <p role="alert" className={styles.problem}>
              {t('notices.deputy.incomplete')}
            </p>
          )}
          <Button type="submit" size="xs" busy={name.isPending}>
            {t('notices.deputy.save')}
          </Button>
        </form>
      ) : (
        <div className={styles.form}>
          <p>{t('notices.deputy.own', { name: own.deputy.name, ...days(own) })}</p>
          <Button size="xs" busy={end.isPending} onClick={() => end.mutate()}>
            {t('notices.deputy.end')}
          </Button>
        </div>
      )}
    </section>
  );
};
