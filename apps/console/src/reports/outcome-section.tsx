import type { ReportPage } from '#contracts/reports';
import { RIGHTS } from '#domain/law/rights';
import { OUTCOMES } from '#domain/request/vocabulary';
import { ReportSection } from './report-section.js';
import { useReportWords } from './use-report-words.js';

/** What was answered about each right. */
export const OutcomeSection = ({ report }: { report: ReportPage }) => {
  const { t, common } = useReportWords();
  const counts = new Map(report.outcomes.map(({ right, outcome, requests }) => [`${right} ${outcome}`, requests]));
  const rights = RIGHTS.filter((right) => report.outcomes.some((answer) => answer.right === right));
  const title = t('reports.outcomes.title');
  return (
    <ReportSection
      title={title}
      how={t('reports.outcomes.how')}
      fileName={`answers-${report.from}-${report.to}`}
      empty={rights.length === 0 && t('reports.none')}
      table={{
        caption: title,
        head: [t('reports.right'), ...OUTCOMES.map((outcome) => common(`common.outcome.${outcome}`))],
        rows: rights.map((right) => [
          common(`common.right.${right}`),
          ...OUTCOMES.map((outcome) => counts.get(`${right} ${outcome}`) ?? 0),
        ]),
      }}
    />
  );
};
