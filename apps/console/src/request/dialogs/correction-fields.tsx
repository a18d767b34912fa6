import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { DecisionDetails } from '#contracts/request-page';
import { useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { TextField } from '../../ui/text-field.js';
import styles from './correction-fields.module.css';

type Correction = NonNullable<DecisionDetails['corrections']>[number];

const FIELDS = ['what', 'from', 'to'] as const;
const LONGEST = { what: 200, from: 500, to: 500 } as const;
const MOST = 20;

interface CorrectionFieldsProps {
  readonly corrections: readonly Correction[];
  readonly change: (corrections: Correction[]) => void;
  /** A line was left half empty. */
  readonly incomplete: boolean;
}

/** What was corrected, from what to what. Without any, the person's own statement stands beside the data (art. 16). */
export const CorrectionFields = ({ corrections, change, incomplete }: CorrectionFieldsProps) => {
  const { t } = useTexts();
  const set = (at: number, field: keyof Correction, value: string): void =>
    change(corrections.map((correction, index) => (index === at ? { ...correction, [field]: value } : correction)));
  return (
    <fieldset className={styles.corrections}>
      <legend>{t('console.dialog.decideRight.corrections')}</legend>
      {corrections.length === 0 && <p className={styles.hint}>{t('console.dialog.decideRight.noCorrections')}</p>}
      {corrections.map((correction, at) => (
        // Lines have no identity of their own; they are only added at the end and taken away by hand.
        <div
          key={at}
          className={styles.line}
          role="group"
          aria-label={t('console.dialog.decideRight.correction', { number: at + 1 })}
        >
          {FIELDS.map((field) => (
            <TextField
              key={field}
              label={t(`console.dialog.decideRight.correction.${field}`)}
              maxLength={LONGEST[field]}
              value={correction[field]}
              onText={(value) => set(at, field, value)}
              required
            />
          ))}
          <IconButton
            label={t('console.dialog.decideRight.removeCorrection', { number: at + 1 })}
            onClick={() => change(corrections.filter((_, index) => index !== at))}
          >
            <IconTrash aria-hidden size={18} />
          </IconButton>
        </div>
      ))}
      {incomplete && (
        <p className={styles.problem} role="alert">
          {t('console.dialog.decideRight.correctionIncomplete')}
        </p>
      )}
      {corrections.length < MOST && (
        <div>
          <Button
            size="xs"
            icon={<IconPlus aria-hidden size={16} />}
            onClick={() => change([...corrections, { what: '', from: '', to: '' }])}
          >
            {t('console.dialog.decideRight.addCorrection')}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
