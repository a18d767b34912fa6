import type { ReportPage } from '#contracts/reports';
import { StackedBars } from './charts/stacked-bars.js';
import { ReportSection } from './report-section.js';
import { useReportWords } from './use-report-words.js';

/** How long answers took: for all, and for those whose clock was held or whose term was extended. */
export const TimesSection = ({ report }: { report: ReportPage }) => {
  const { t } = useReportWords();
  const title = t('reports.times.title');
  return (
    <ReportSection
      title={title}
      how={t('reports.times.how')}
      fileName={`times-${report.from}-${report.to}`}
      empty={report.times.every(({ answered }) => answered === 0) && t('reports.none')}
      table={{
        caption: title,
        head: [
          t('reports.times.group'),
          t('reports.times.answered'),
          t('reports.times.median'),
          t('reports.times.p90'),
          t('reports.onTime.share'),
        ],
        rows: report.times.map(({ group, answered, median, p90, onTimeShare }) => [
          t(`reports.times.${group}`),
          answered,
          median,
          p90,
          onTimeShare,
        ]),
      }}
    />
  );
};

/** How many answers took how many days. */
export const HistogramSection = ({ report }: { report: ReportPage }) => {
  const { t } = useReportWords();
  const title = t('reports.histogram.title');
  const last = report.histogram.length - 1;
  const labels = report.histogram.map(({ fromDay }, bin) =>
    bin === last ? t('reports.histogram.more', { from: fromDay }) : `${fromDay}–${fromDay + 9}`,
  );
  return (
    <ReportSection
      title={title}
      how={t('reports.histogram.how')}
      fileName={`days-${report.from}-${report.to}`}
      empty={report.histogram.every(({ onTime, late }) => onTime + late === 0) && t('reports.none')}
      table={{
        caption: title,
        head: [t('reports.histogram.days'), t('reports.onTime.onTime'), t('reports.onTime.late')],
        rows: report.histogram.map(({ onTime, late }, bin) => [labels[bin] ?? '', onTime, late]),
      }}
    >
      <StackedBars
        name={title}
        labels={labels}
        series={[
          {
            id: 'onTime',
            name: t('reports.onTime.onTime'),
            tone: 'good',
            values: report.histogram.map(({ onTime }) => onTime),
          },
          {
            id: 'late',
            name: t('reports.onTime.late'),
            tone: 'bad',
            values: report.histogram.map(({ late }) => late),
          },
        ]}
      />
    </ReportSection>
  );
};
