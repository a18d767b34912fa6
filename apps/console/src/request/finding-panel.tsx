import { IconCalendarQuestion } from '@tabler/icons-react';
import { useId } from 'react';
import type { ClockFindingView, CountedDates } from '#contracts/clock-finding';
import type { CivilDate } from '#domain/time-source';
import { useDates } from '../app/dates.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { stepSentence } from '../clock/step-sentence.js';
import { Banner } from '../ui/banner.js';
import { Button } from '../ui/button.js';
import { TextAreaField } from '../ui/text-area-field.js';
import { useWords } from './dialogs/use-words.js';
import { permitFor, useRequest } from './request-context.js';
import { useCommand } from './use-command.js';
import styles from './finding-panel.module.css';

const LIMITS = ['due', 'extensionNoticeBy', 'refusalNoticeBy', 'acknowledgeBy'] as const;

const changedOf = ({ changed }: ClockFindingView): string => (changed.length === 1 ? (changed[0] ?? '') : 'both');

const Day = ({ date }: { date: CivilDate | null }) => {
  const { t } = useTexts();
  const dates = useDates();
  return date === null ? t('console.finding.noDate') : <time dateTime={date}>{dates.withWeekday(date)}</time>;
};

/** The limits that would have another date, beside each other. */
const DatesTable = ({ before, after }: { before: CountedDates; after: CountedDates }) => {
  const { t } = useTexts();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('console.finding.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('console.finding.limit')}</th>
          <th scope="col">{t('console.finding.before')}</th>
          <th scope="col">{t('console.finding.after')}</th>
        </tr>
      </thead>
      <tbody>
        {LIMITS.filter((limit) => before[limit] !== after[limit]).map((limit) => (
          <tr key={limit}>
            <th scope="row">{t(`console.clock.limit.${limit}`)}</th>
            <td>
              <Day date={before[limit]} />
            </td>
            <td>
              <Day date={after[limit]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The choice between the dates in force and those that today's rules and holidays give. */
const Finding = ({ finding }: { finding: ClockFindingView }) => {
  const texts = useTexts();
  const dates = useDates();
  const problemText = useProblemText();
  const { page } = useRequest();
  const id = useId();
  const { words, write, check, clear, error } = useWords({ type: 'settleFinding' }, true);
  const give = useCommand(clear);
  const { t } = texts;
  const { number, before, after } = finding;
  const settle = (choice: 'accept' | 'keep') => () => {
    if (check()) give.mutate({ type: 'settleFinding', finding: number, choice, words });
  };
  return (
    <section id="finding" tabIndex={-1} aria-labelledby={`${id}title`} className={styles.finding}>
      <Banner tone="today" icon={<IconCalendarQuestion size={20} />}>
        <h2 id={`${id}title`} className={styles.title}>
          {t('console.finding.title')}
        </h2>
        <p>{t('console.finding.words', { changed: changedOf(finding) })}</p>
        <DatesTable before={before} after={after} />
        <p className={styles.steps}>
          {t('console.finding.howBefore')} {stepSentence(before.steps, texts, dates)}
        </p>
        <p className={styles.steps}>
          {t('console.finding.howAfter')} {stepSentence(after.steps, texts, dates)}
        </p>
        {permitFor(page, 'settleFinding', {})?.open && (
          <div className={styles.choice}>
            <TextAreaField
              label={t('console.finding.reason')}
              rows={2}
              maxLength={4000}
              value={words}
              onText={write}
              error={error ?? (give.error && problemText(give.error))}
              required
            />
            <div className={styles.actions}>
              <Button size="xs" busy={give.isPending} onClick={settle('accept')}>
                {t('console.finding.accept')}
              </Button>
              <Button size="xs" busy={give.isPending} onClick={settle('keep')}>
                {t('console.finding.keep')}
              </Button>
            </div>
          </div>
        )}
      </Banner>
    </section>
  );
};

/** Shown while a finding waits for somebody to choose. */
export const FindingPanel = () => {
  const open = useRequest().page.findings.find(({ state }) => state === 'open');
  return open === undefined ? null : <Finding key={open.number} finding={open} />;
};
