import type { ReportPage } from '#contracts/reports';
import { useDates } from '../app/dates.js';
import { StackedBars } from './charts/stacked-bars.js';
import { ReportSection } from './report-section.js';
import { useReportWords } from './use-report-words.js';

/** What is due in the weeks ahead, beside the pace of the weeks behind. */
export const ForecastSection = ({ report: { forecast, today } }: { report: ReportPage }) => {
  const { t, number } = useReportWords();
  const dates = useDates();
  const { perWeek, measuredWeeks, overdue, weeks } = forecast;
  const title = t('reports.forecast.title');
  return (
    <ReportSection
      title={title}
      how={t('reports.forecast.how', { perWeek: number(perWeek), weeks: measuredWeeks, overdue: number(overdue) })}
      fileName={`forecast-${today}`}
      table={{
        caption: title,
        head: [
          t('reports.forecast.week'),
          t('reports.forecast.due'),
          t('reports.forecast.pace'),
          t('reports.forecast.atRisk'),
        ],
        rows: weeks.map(({ from, due, atRisk }) => [dates.short(from), due, perWeek, atRisk]),
      }}
    >
      <StackedBars
        name={title}
        labels={weeks.map(({ from }) => dates.short(from))}
        series={[{ id: 'due', name: t('reports.forecast.due'), tone: 'open', values: weeks.map(({ due }) => due) }]}
        level={{ value: perWeek, name: t('reports.forecast.pace') }}
      />
    </ReportSection>
  );
};
