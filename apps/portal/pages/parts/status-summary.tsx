import type { PageProps } from '../page.js';
import { Day } from './day.js';
import { SummaryList } from './summary-list.js';

/** The date of the answer, or in words why there is none to promise. */
function DueDay({ frame: { language }, t, model: { clock, dueOn } }: PageProps<'status'>) {
  if (dueOn !== null) {
    return (
      <strong>
        <Day date={dueOn} language={language} style="sentence" />
      </strong>
    );
  }
  return clock === 'running' || clock === 'stopped' ? null : t(`portal.status.no_date.${clock}`);
}

/** The reference and the dates. */
export function StatusSummary({ frame, t, model }: PageProps<'status'>) {
  const { language } = frame;
  return (
    <SummaryList
      rows={[
        {
          label: t('portal.status.reference'),
          value: (
            <span className="code" translate="no">
              {model.reference}
            </span>
          ),
        },
        {
          label: t('portal.status.received_on'),
          value: <Day date={model.receivedOn} language={language} style="sentence" />,
        },
        ...(model.pausedSince === null
          ? []
          : [
              {
                label: t('portal.status.paused_since'),
                value: <Day date={model.pausedSince} language={language} style="sentence" />,
              },
            ]),
        ...(model.closed
          ? []
          : [{ label: t('portal.status.due_on'), value: <DueDay frame={frame} t={t} model={model} /> }]),
      ]}
    />
  );
}
