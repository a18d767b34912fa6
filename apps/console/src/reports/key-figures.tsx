import type { ReactNode } from 'react';
import type { ReportPage } from '#contracts/reports';
import { useReportWords } from './use-report-words.js';
import styles from './reports.module.css';

const Figure = ({ name, value, children, alarm = false }: FigureProps) => (
  <div className={styles.key}>
    <dt>{name}</dt>
    <dd>
      <strong className={styles.value} data-alarm={alarm}>
        {value}
      </strong>
      <span className={styles.minor}>{children}</span>
    </dd>
  </div>
);

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
  readonly alarm?: boolean;
}

/** The four numbers that a manager asks for first. */
export const KeyFigures = ({ report }: { report: ReportPage }) => {
  const { t, number, percent } = useReportWords();
  const { onTime, late, overdue, open, onTimeShare, achievableShare } = report.punctuality;
  const { now, times, goal } = report;
  const belowGoal = goal !== null && onTimeShare !== null && onTimeShare < goal;
  const all = times.find(({ group }) => group === 'all');
  return (
    <dl className={styles.keys}>
      <Figure name={t('reports.kpi.onTime')} value={percent(onTimeShare)} alarm={belowGoal}>
        {t('reports.kpi.onTime.words', { onTime: number(onTime), known: number(onTime + late + overdue) })}
        {goal !== null && ` · ${t(belowGoal ? 'reports.goal.missed' : 'reports.goal', { goal: percent(goal) })}`}
      </Figure>
      <Figure name={t('reports.kpi.achievable')} value={percent(achievableShare)}>
        {t('reports.kpi.achievable.words', { open })}
      </Figure>
      <Figure
        name={t('reports.kpi.median')}
        value={all === undefined || all.median === null ? '–' : t('reports.days', { number: all.median })}
      >
        {all === undefined || all.p90 === null
          ? t('reports.kpi.median.none')
          : t('reports.kpi.median.words', { days: number(all.p90) })}
      </Figure>
      <Figure name={t('reports.kpi.overdue')} value={number(now.overdue)} alarm={now.overdue > 0}>
        {now.longestLate === null
          ? t('reports.kpi.overdue.none', { open: now.open, paused: number(now.paused) })
          : t('reports.kpi.overdue.words', { days: now.longestLate })}
      </Figure>
    </dl>
  );
};
