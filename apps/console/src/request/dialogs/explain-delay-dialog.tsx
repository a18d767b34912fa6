import { useState } from 'react';
import type { StaffCommand } from '#contracts/request-page';
import { DELAY_REASONS, type DelayReason } from '#domain/request/vocabulary';
import { useTexts } from '../../app/texts.js';
import { RadioList } from '../../ui/radio-list.js';
import { TextAreaField } from '../../ui/text-area-field.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { useWords } from './use-words.js';

/** Why an answer is late: one reason for the reports, and what happened in words. */
export const ExplainDelayDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t } = useTexts();
  const [reason, setReason] = useState<DelayReason | null>(null);
  const [checked, setChecked] = useState(false);
  const { words, write, check, clear, error } = useWords(command, reason === 'other');
  const build = (): StaffCommand | null => {
    setChecked(true);
    return check() && reason !== null ? { type: 'explainDelay', reason, words } : null;
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={clear}
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
      <TextAreaField
        label={t('console.dialog.explainDelay.words')}
        rows={3}
        maxLength={4000}
        value={words}
        onText={write}
        error={error}
        required={reason === 'other'}
      />
    </CommandForm>
  );
};
