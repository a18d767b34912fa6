import type { PageProps } from '../page.js';
import { Day } from './day.js';
import { SummaryList } from './summary-list.js';

/** The reference and the dates; while the clock stands still there is no date to promise. */
export function StatusSummary({ frame: { language }, t, model }: PageProps<'status'>) {
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
        ...(model.dueOn === null || model.closed
          ? []
          : [
              {
                label: t('portal.status.due_on'),
                value: (
                  <strong>
                    <Day date={model.dueOn} language={language} style="sentence" />
                  </strong>
                ),
              },
            ]),
      ]}
    />
  );
}
