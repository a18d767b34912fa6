import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { IconPrinter } from '@tabler/icons-react';
import type { ReportPage } from '#contracts/reports';
import { call } from '../api/call.js';
import { reportKey } from '../api/keys.js';
import { useDates } from '../app/dates.js';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { Failure } from '../ui/failure.js';
import { Splash } from '../ui/splash.js';
import { ChannelSection } from './channel-section.js';
import { DelaySection } from './delay-section.js';
import { ForecastSection } from './forecast-section.js';
import { IdentitySection } from './identity-section.js';
import { KeyFigures } from './key-figures.js';
import { OutcomeSection } from './outcome-section.js';
import { PeriodChoice } from './period-choice.js';
import { PunctualitySection } from './punctuality-section.js';
import { ReceivedSection } from './received-section.js';
import { periodDates } from './report-search.js';
import { HistogramSection, TimesSection } from './time-sections.js';
import { useReportWords } from './use-report-words.js';
import styles from './reports.module.css';

const Report = ({ report }: { report: ReportPage }) => (
  <>
    <KeyFigures report={report} />
    <PunctualitySection report={report} />
    <ReceivedSection report={report} />
    <div className={styles.pair}>
      <TimesSection report={report} />
      <OutcomeSection report={report} />
    </div>
    <HistogramSection report={report} />
    <DelaySection report={report} />
    <ForecastSection report={report} />
    <ChannelSection report={report} />
    <IdentitySection report={report} />
  </>
);

/** `/reports`: how the desk does, over a period that stands in the address. */
export const ReportsPage = () => {
  const { t } = useReportWords();
  const dates = useDates();
  const problemText = useProblemText();
  const { today, organisation } = useSession();
  const search = useSearch({ from: '/desk/reports' });
  const period = periodDates(search, today);
  const { data, error, refetch } = useQuery({
    queryKey: reportKey(period),
    queryFn: ({ signal }) => call('reports', { query: period, signal }),
  });
  const title = t('reports.title');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <PageHeading title={title}>{title}</PageHeading>
        <div className={styles.tools}>
          <PeriodChoice key={`${period.from} ${period.to}`} search={search} dates={period} today={today} />
          <Button icon={<IconPrinter aria-hidden size={18} />} onClick={() => window.print()}>
            {t('reports.print')}
          </Button>
        </div>
      </header>
      <p className={styles.intro}>
        {t('reports.intro', { period: `${dates.numeric(period.from)} – ${dates.numeric(period.to)}` })}
      </p>
      <p className={styles.printed}>
        {organisation} · {t('reports.madeOn', { date: dates.long(today) })}
      </p>
      {data !== undefined && <Report report={data} />}
      {data === undefined && error !== null && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Splash />}
    </div>
  );
};
