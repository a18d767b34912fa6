import type { ReportPage } from '#contracts/reports';
import { IDENTITY_LEVELS } from '#domain/law/identity';
import { RIGHTS } from '#domain/law/rights';
import { RowBars } from './charts/row-bars.js';
import { ReportSection } from './report-section.js';
import { useReportWords } from './use-report-words.js';

/** How sure the desk was of the person when it answered: no more may be asked than the right and its data need. */
export const IdentitySection = ({ report }: { report: ReportPage }) => {
  const { t, common } = useReportWords();
  const counts = new Map(report.identity.map(({ right, level, requests }) => [`${right} ${level}`, requests]));
  const rights = RIGHTS.filter((right) => report.identity.some((answer) => answer.right === right));
  const rows = IDENTITY_LEVELS.map((level) => {
    const byRight = rights.map((right) => counts.get(`${right} ${level}`) ?? 0);
    return {
      id: level,
      label: common(`common.identity.level.${level}`),
      value: byRight.reduce((sum, count) => sum + count, 0),
      byRight,
    };
  }).filter(({ value }) => value > 0);
  const title = t('reports.identity.title');
  return (
    <ReportSection
      title={title}
      how={t('reports.identity.how')}
      fileName={`identity-${report.from}-${report.to}`}
      empty={rows.length === 0 && t('reports.none')}
      table={{
        caption: title,
        head: [
          t('reports.identity.level'),
          t('reports.total'),
          ...rights.map((right) => common(`common.right.${right}`)),
        ],
        rows: rows.map(({ label, value, byRight }) => [label, value, ...byRight]),
      }}
    >
      <RowBars name={title} rows={rows} />
    </ReportSection>
  );
};
