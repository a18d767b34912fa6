import type { ReportPage } from '#contracts/reports';
import { RIGHTS } from '#domain/law/rights';
import { StackedBars } from './charts/stacked-bars.js';
import { monthsBetween } from './months.js';
import { ReportSection } from './report-section.js';
import { useReportWords } from './use-report-words.js';
import type { Tone } from './charts/series.js';

/** What came in, month by month and right by right. */
export const ReceivedSection = ({ report }: { report: ReportPage }) => {
  const { t, common, month, shortMonth } = useReportWords();
  const { byMonth, byRight, total } = report.received;
  const months = monthsBetween(report.from, report.to);
  const counts = new Map(byRight.map((part) => [`${part.month} ${part.right}`, part.requests]));
  const requests = new Map(byMonth.map((part) => [part.month, part.requests]));
  const rights = RIGHTS.filter((right) => byRight.some((part) => part.right === right));
  const title = t('reports.received.title');
  return (
    <ReportSection
      title={title}
      how={t('reports.received.how')}
      fileName={`received-${report.from}-${report.to}`}
      empty={total === 0 && t('reports.none')}
      table={{
        caption: title,
        head: [t('reports.month'), t('reports.requests'), ...rights.map((right) => common(`common.right.${right}`))],
        rows: months.map((name) => [
          month(name),
          requests.get(name) ?? 0,
          ...rights.map((right) => counts.get(`${name} ${right}`) ?? 0),
        ]),
      }}
    >
      <StackedBars
        name={title}
        wide
        labels={months.map(shortMonth)}
        series={rights.map((right) => ({
          id: right,
          name: common(`common.right.${right}`),
          tone: String(RIGHTS.indexOf(right) + 1) as Tone,
          values: months.map((name) => counts.get(`${name} ${right}`) ?? 0),
        }))}
      />
    </ReportSection>
  );
};
