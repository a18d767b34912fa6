import type { RecordSettings } from '#contracts/settings-record';
import type { Localised } from '#domain/language';
import { LEGAL_BASES } from '#domain/record-of-processing';
import { useTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { LinesField, LocalisedField, NO_WORDS } from './localised-field.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import styles from './administration.module.css';

export type Activity = RecordSettings['activities'][number];

const orNull = (typed: Localised): Localised | null =>
  Object.values(typed).every((words) => words === '') ? null : typed;

/** One activity with all that a letter may have to tell of it (GDPR art. 15(1)). */
export const ActivityFields = ({
  activity,
  onChange,
}: {
  activity: Activity;
  onChange: (changed: Activity) => void;
}) => {
  const { t } = useAdministrationTexts();
  const { t: tell } = useTexts();
  const change = (part: Partial<Activity>): void => onChange({ ...activity, ...part });
  const { recipients, transfers, retention } = activity;
  const at = <Item,>(items: readonly Item[], index: number, item: Item | null): Item[] =>
    items.flatMap((one, place) => (place === index ? (item ?? []) : one)) as Item[];
  return (
    <div className={styles.item}>
      <LocalisedField
        label={t('administration.field.name')}
        value={activity.name}
        onText={(name) => change({ name })}
      />
      <div className={styles.three}>
        <TextField
          label={t('administration.record.id')}
          hint={t('administration.record.id.hint')}
          value={activity.id}
          onText={(id) => change({ id })}
        />
        <SelectField
          label={t('administration.record.legalBasis')}
          value={activity.legalBasis}
          options={LEGAL_BASES.map((value) => ({ value, label: tell(`common.legal_basis.${value}`) }))}
          onChoose={(legalBasis) => change({ legalBasis })}
        />
      </div>
      {activity.legalBasis === 'legitimate_interests' && (
        <LocalisedField
          label={t('administration.record.interest')}
          value={activity.legitimateInterest ?? NO_WORDS}
          onText={(typed) => change({ legitimateInterest: orNull(typed) })}
        />
      )}
      <LinesField
        label={t('administration.record.purposes')}
        value={activity.purposes}
        onText={(purposes) => change({ purposes })}
      />
      <LinesField
        label={t('administration.record.subjects')}
        value={activity.dataSubjects}
        onText={(dataSubjects) => change({ dataSubjects })}
      />
      <LinesField
        label={t('administration.record.categories')}
        value={activity.categories}
        onText={(categories) => change({ categories })}
      />
      <LinesField
        label={t('administration.record.sources')}
        value={activity.sources}
        onText={(sources) => change({ sources })}
      />
      <h3 className={styles.legend}>{t('administration.record.recipients')}</h3>
      {recipients.map((recipient, index) => (
        <div key={index} className={styles.item}>
          <LocalisedField
            label={t('administration.record.category')}
            value={recipient.category}
            onText={(category) => change({ recipients: at(recipients, index, { ...recipient, category }) })}
          />
          <TextField
            label={t('administration.record.names')}
            value={recipient.names.join(',')}
            onText={(typed) =>
              change({
                recipients: at(recipients, index, { ...recipient, names: typed === '' ? [] : typed.split(',') }),
              })
            }
          />
          <div className={styles.actions}>
            <Button size="xs" onClick={() => change({ recipients: at(recipients, index, null) })}>
              {t('administration.remove')}
            </Button>
          </div>
        </div>
      ))}
      <div className={styles.actions}>
        <Button size="xs" onClick={() => change({ recipients: [...recipients, { category: NO_WORDS, names: [] }] })}>
          {t('administration.add')}
        </Button>
      </div>
      <h3 className={styles.legend}>{t('administration.record.transfers')}</h3>
      {transfers.map((transfer, index) => (
        <div key={index} className={styles.item}>
          <LocalisedField
            label={t('administration.record.transfer')}
            value={transfer.description}
            onText={(description) => change({ transfers: at(transfers, index, { ...transfer, description }) })}
          />
          <LocalisedField
            label={t('administration.record.safeguard')}
            value={transfer.safeguard ?? NO_WORDS}
            onText={(typed) => change({ transfers: at(transfers, index, { ...transfer, safeguard: orNull(typed) }) })}
          />
          <div className={styles.actions}>
            <Button size="xs" onClick={() => change({ transfers: at(transfers, index, null) })}>
              {t('administration.remove')}
            </Button>
          </div>
        </div>
      ))}
      <div className={styles.actions}>
        <Button
          size="xs"
          onClick={() => change({ transfers: [...transfers, { description: NO_WORDS, safeguard: null }] })}
        >
          {t('administration.add')}
        </Button>
      </div>
      <LocalisedField
        label={t('administration.record.criteria')}
        value={retention.criteria}
        onText={(criteria) => change({ retention: { ...retention, criteria } })}
      />
      <LocalisedField
        label={t('administration.record.period')}
        value={retention.period ?? NO_WORDS}
        onText={(typed) => change({ retention: { ...retention, period: orNull(typed) } })}
      />
    </div>
  );
};
