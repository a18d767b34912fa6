import { useState } from 'react';
import type { RecordSettings } from '#contracts/settings-record';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { useTexts } from '../app/texts.js';
import { ActivityFields, type Activity } from './activity-fields.js';
import { FilePicker } from './file-picker.js';
import { LocalisedField, NO_WORDS } from './localised-field.js';
import { RECORD_TEMPLATE } from './record-template.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import type { FormParts } from './versioned-form.js';
import styles from './administration.module.css';

const newActivity = (name: string, place: number): Activity => ({
  id: `activity-${place}`,
  name: { ...NO_WORDS, fi: name, sv: name, en: name },
  purposes: [],
  legalBasis: 'contract',
  legitimateInterest: null,
  dataSubjects: [],
  categories: [],
  sources: [],
  recipients: [],
  transfers: [],
  retention: { criteria: NO_WORDS, period: null },
});

const LISTS = ['purposes', 'dataSubjects', 'categories', 'sources', 'recipients', 'transfers'] as const;

const isActivity = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'retention' in value &&
  LISTS.every((list) => list in value && Array.isArray((value as Record<string, unknown>)[list]));

/** Enough to show it; what else does not hold, the server says when it is saved. */
const isRecord = (file: unknown): file is Pick<RecordSettings, 'activities'> & Partial<RecordSettings> =>
  typeof file === 'object' &&
  file !== null &&
  'activities' in file &&
  Array.isArray(file.activities) &&
  file.activities.every(isActivity);

/** Offers the record as a file, made in the page: what is typed and not saved yet is in it. */
const download = (record: RecordSettings): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(record, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'record-of-processing.json';
  link.click();
  URL.revokeObjectURL(url);
};

export const RecordFields = ({ values, change, problemOf }: FormParts<RecordSettings>) => {
  const { t, language } = useAdministrationTexts();
  const { t: tell } = useTexts();
  const [open, setOpen] = useState<number | null>(null);
  const { activities, gaps } = values;
  const set = (index: number, activity: Activity | null): void =>
    change({ activities: activities.flatMap((one, place) => (place === index ? (activity ?? []) : one)) });
  const take = (file: unknown): void => {
    if (!isRecord(file)) throw new TypeError('no record');
    const { activities: taken, automatedDecisions = null, protection = null, gaps: noted = [] } = file;
    change({ activities: taken, automatedDecisions, protection, gaps: noted });
  };
  return (
    <>
      <Card
        title={t('administration.record.activities')}
        aside={
          <span className={styles.actions}>
            {activities.length === 0 && (
              <Button size="xs" onClick={() => change({ activities: RECORD_TEMPLATE })}>
                {t('administration.record.template')}
              </Button>
            )}
            <Button size="xs" onClick={() => download(values)}>
              {t('administration.record.export')}
            </Button>
            <Button
              size="xs"
              onClick={() => {
                change({
                  activities: [...activities, newActivity(t('administration.record.new'), activities.length + 1)],
                });
                setOpen(activities.length);
              }}
            >
              {t('administration.add')}
            </Button>
          </span>
        }
      >
        {activities.length === 0 && <p>{t('administration.record.none')}</p>}
        {activities.map((activity, index) => (
          <div key={index}>
            <div className={styles.row}>
              <span className={styles.rowWords}>
                <strong>{activity.name[language]}</strong>
                <span className={styles.minor}>
                  {t('administration.record.basisLine', {
                    basis: tell(`common.legal_basis.${activity.legalBasis}`),
                    count: activity.recipients.length,
                  })}
                </span>
                {problemOf(`activities.${index}`) !== null && (
                  <span className={styles.problem}>{problemOf(`activities.${index}`)}</span>
                )}
              </span>
              <span className={styles.actions}>
                <Button size="xs" onClick={() => setOpen(open === index ? null : index)}>
                  {t(open === index ? 'administration.close' : 'administration.edit')}
                  <span className="visually-hidden"> {activity.name[language]}</span>
                </Button>
                <Button size="xs" onClick={() => set(index, null)}>
                  {t('administration.remove')}
                  <span className="visually-hidden"> {activity.name[language]}</span>
                </Button>
              </span>
            </div>
            {open === index && <ActivityFields activity={activity} onChange={(changed) => set(index, changed)} />}
          </div>
        ))}
        <FilePicker
          label={t('administration.record.import')}
          hint={null}
          failure={t('administration.record.importFailed')}
          onJson={take}
        />
      </Card>
      {gaps.length > 0 && (
        <Card title={t('administration.record.gaps')}>
          <p className={styles.minor}>{t('administration.record.gaps.hint')}</p>
          {gaps.map((gap, index) => (
            <div key={index} className={styles.row}>
              <span className={styles.rowWords}>{gap.why[language]}</span>
              <Button size="xs" onClick={() => change({ gaps: gaps.filter((_, place) => place !== index) })}>
                {t('administration.remove')}
                <span className="visually-hidden"> {gap.why[language]}</span>
              </Button>
            </div>
          ))}
        </Card>
      )}
      <Card title={t('administration.record.general')}>
        <div className={styles.rows}>
          {(['automatedDecisions', 'protection'] as const).map((field) => (
            <LocalisedField
              key={field}
              label={t(field === 'protection' ? 'administration.record.protection' : 'administration.record.automated')}
              long
              value={values[field] ?? NO_WORDS}
              onText={(typed) => change({ [field]: Object.values(typed).every((one) => one === '') ? null : typed })}
            />
          ))}
        </div>
      </Card>
    </>
  );
};
