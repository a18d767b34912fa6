import { useState } from 'react';
import type { StaffCommand } from '#contracts/request-page';
import { useTexts } from '../../app/texts.js';
import { RadioList } from '../../ui/radio-list.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { useWords } from './use-words.js';
import { WordsField } from './words-field.js';

const ANSWERS = ['yes', 'no'] as const;

/** The person replied: if it was enough, the clock runs on; if not, it stays stopped. */
export const RecordReplyDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t } = useTexts();
  const field = useWords(command, false);
  const [sufficient, setSufficient] = useState<(typeof ANSWERS)[number] | null>(null);
  const [checked, setChecked] = useState(false);
  const build = (): StaffCommand | null => {
    setChecked(true);
    if (!field.check() || sufficient === null) return null;
    return { type: 'recordReply', sufficient: sufficient === 'yes', words: field.words };
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={field.clear}
      onClose={onClose}
      preview={sufficient && { type: 'recordReply', sufficient: sufficient === 'yes' }}
    >
      <RadioList
        label={t('console.dialog.recordReply.sufficient')}
        chosen={sufficient}
        options={ANSWERS.map((value) => ({
          value,
          label: t(`console.dialog.recordReply.${value}`),
          hint: t(`console.dialog.recordReply.${value}.hint`),
        }))}
        onChoose={setSufficient}
        error={checked && sufficient === null ? t('console.dialog.choose') : null}
      />
      <WordsField field={field} label={t('console.dialog.recordReply.words')} />
    </CommandForm>
  );
};
