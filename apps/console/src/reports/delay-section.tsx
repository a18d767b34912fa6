import type { ReportPage } from '#contracts/reports';
import { STAGES } from '#domain/request/stages';
import { DELAY_REASONS } from '#domain/request/vocabulary';
import { RowBars } from './charts/row-bars.js';
import { ReportSection } from './report-section.js';
import { useReportWords } from './use-report-words.js';

/** Why answers were late, as staff have recorded it, and where the work was when the last day ended. */
export const DelaySection = ({ report }: { report: ReportPage }) => {
  const { t, common } = useReportWords();
  const steps = STAGES.filter((step) => report.delays.some((delay) => delay.step === step));
  const rows = [...DELAY_REASONS, null]
    .map((reason) => {
      const counts = steps.map((step) =>
        report.delays
          .filter((delay) => delay.reason === reason && delay.step === step)
          .reduce((sum, { requests }) => sum + requests, 0),
      );
      return {
        id: reason ?? 'none',
        label: reason === null ? t('reports.delays.none') : common(`common.delay.${reason}`),
        value: counts.reduce((sum, count) => sum + count, 0),
        counts,
      };
    })
    .filter(({ value }) => value > 0)
    .toSorted((one, other) => other.value - one.value);
  const title = t('reports.delays.title');
  return (
    <ReportSection
      title={title}
      how={t('reports.delays.how')}
      fileName={`lateness-${report.from}-${report.to}`}
      empty={rows.length === 0 && t('reports.delays.nothing')}
      table={{
        caption: title,
        head: [
          t('reports.delays.reason'),
          t('reports.requests'),
          ...steps.map((step) => common(`common.stage.${step}`)),
        ],
        rows: rows.map(({ label, value, counts }) => [label, value, ...counts]),
      }}
    >
      <RowBars name={title} rows={rows} />
    </ReportSection>
  );
};
