import { useQuery } from '@tanstack/react-query';
import type { RecordSettings } from '#contracts/settings-record';
import { call } from '../api/call.js';
import { RECORD_KEY } from './keys.js';
import { filledLines } from './localised-field.js';
import { RecordFields } from './record-fields.js';
import { SettingsFrame } from './settings-frame.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import { VersionedForm } from './versioned-form.js';

/** Without the empty lines that stand while somebody types. */
const trimmed = (record: RecordSettings): RecordSettings => ({
  ...record,
  activities: record.activities.map((activity) => ({
    ...activity,
    purposes: filledLines(activity.purposes),
    dataSubjects: filledLines(activity.dataSubjects),
    categories: filledLines(activity.categories),
    sources: filledLines(activity.sources),
    recipients: activity.recipients.map((recipient) => ({
      ...recipient,
      names: recipient.names.map((name) => name.trim()).filter((name) => name !== ''),
    })),
  })),
});

/** `/settings/record`: the record of processing activities (GDPR art. 30). */
export const RecordPage = () => {
  const { t } = useAdministrationTexts();
  const { data, error, refetch } = useQuery({
    queryKey: RECORD_KEY,
    queryFn: ({ signal }) => call('record', { signal }),
  });
  return (
    <SettingsFrame
      page="record"
      error={data === undefined ? error : null}
      loading={data === undefined}
      onRetry={() => void refetch()}
    >
      {data !== undefined && (
        <VersionedForm<RecordSettings>
          page={data}
          save={(body, version) => call('changeRecord', { body: trimmed(body), version })}
          words={() => t('administration.problem.field')}
        >
          {(parts) => <RecordFields {...parts} />}
        </VersionedForm>
      )}
    </SettingsFrame>
  );
};
