import type { Punctuality, ReportPage } from '#contracts/reports';
import { ShareLines } from './charts/share-lines.js';
import { monthsBetween } from './months.js';
import { ReportSection } from './report-section.js';
import { useReportWords } from './use-report-words.js';

const COUNTS = ['onTime', 'late', 'overdue', 'open', 'ended'] as const;

/** Answers within the time limit, month by month, and the best that can still become of each month. */
export const PunctualitySection = ({ report }: { report: ReportPage }) => {
  const { t, percent, month, shortMonth } = useReportWords();
  const { goal } = report;
  const byMonth = new Map(report.punctualityByMonth.map((figures) => [figures.month, figures]));
  const months = monthsBetween(report.from, report.to);
  const rowOf = (figures: Punctuality | undefined) => [
    ...COUNTS.map((count) => figures?.[count] ?? 0),
    figures?.onTimeShare ?? null,
    figures?.achievableShare ?? null,
  ];
  const sharesOf = (share: 'onTimeShare' | 'achievableShare') =>
    months.map((name) => byMonth.get(name)?.[share] ?? null);
  const title = t('reports.onTime.title');
  return (
    <ReportSection
      title={title}
      how={t('reports.onTime.how')}
      fileName={`on-time-${report.from}-${report.to}`}
      empty={report.punctualityByMonth.length === 0 && t('reports.none')}
      table={{
        caption: title,
        head: [
          t('reports.month'),
          ...COUNTS.map((count) => t(`reports.onTime.${count}`)),
          t('reports.onTime.share'),
          t('reports.onTime.achievable'),
        ],
        rows: [
          ...months.map((name) => [month(name), ...rowOf(byMonth.get(name))]),
          [t('reports.total'), ...rowOf(report.punctuality)],
        ],
      }}
    >
      <ShareLines
        name={title}
        wide
        labels={months.map(shortMonth)}
        level={goal === null ? undefined : { value: goal, name: t('reports.goal', { goal: percent(goal) }) }}
        series={[
          {
            id: 'achievable',
            name: t('reports.onTime.achievable'),
            tone: 'open',
            values: sharesOf('achievableShare'),
          },
          { id: 'onTime', name: t('reports.onTime.share'), tone: 'good', values: sharesOf('onTimeShare') },
        ]}
      />
    </ReportSection>
  );
};
