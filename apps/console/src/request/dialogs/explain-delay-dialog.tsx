import { useState } from 'react';
import type { StaffCommand } from '#contracts/request-page';
import { DELAY_REASONS, type DelayReason } from '#domain/request/vocabulary';
import { useTexts } from '../../app/texts.js';
import { RadioList } from '../../ui/radio-list.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { useWords } from './use-words.js';
import { WordsField } from './words-field.js';

/** Why an answer is late: one reason for the reports, and what happened in words. */
export const ExplainDelayDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t } = useTexts();
  const [reason, setReason] = useState<DelayReason | null>(null);
  const [checked, setChecked] = useState(false);
  const field = useWords(command, reason === 'other');
  const build = (): StaffCommand | null => {
    setChecked(true);
    return field.check() && reason !== null ? { type: 'explainDelay', reason, words: field.words } : null;
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={field.clear}
      onClose={onClose}
      intro={t('console.dialog.explainDelay')}
    >
      <RadioList
        label={t('console.dialog.explainDelay.reason')}
        chosen={reason}
        options={DELAY_REASONS.map((value) => ({ value, label: t(`common.delay.${value}`) }))}
        onChoose={setReason}
        error={checked && reason === null ? t('console.dialog.choose') : null}
      />
      <WordsField field={field} label={t('console.dialog.explainDelay.words')} rows={3} />
    </CommandForm>
  );
};
