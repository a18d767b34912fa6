import type { ReportPage } from '#contracts/reports';
import { CHANNELS } from '#domain/request/vocabulary';
import { RowBars } from './charts/row-bars.js';
import { ReportSection } from './report-section.js';
import { useReportWords } from './use-report-words.js';

/** By which way the requests came. */
export const ChannelSection = ({ report }: { report: ReportPage }) => {
  const { t, common } = useReportWords();
  const { byChannel, total } = report.received;
  const rows = CHANNELS.map((channel) => ({
    id: channel,
    label: common(`common.channel.${channel}`),
    value: byChannel.filter((part) => part.channel === channel).reduce((sum, { requests }) => sum + requests, 0),
  })).filter(({ value }) => value > 0);
  const title = t('reports.channels.title');
  return (
    <ReportSection
      title={title}
      how={t('reports.channels.how')}
      fileName={`channels-${report.from}-${report.to}`}
      empty={total === 0 && t('reports.none')}
      table={{
        caption: title,
        head: [t('reports.channel'), t('reports.requests')],
        rows: rows.map(({ label, value }) => [label, value]),
      }}
    >
      <RowBars name={title} rows={rows} />
    </ReportSection>
  );
};
