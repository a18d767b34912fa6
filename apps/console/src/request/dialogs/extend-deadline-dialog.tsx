import { useState } from 'react';
import type { StaffCommand } from '#contracts/request-page';
import { useTexts } from '../../app/texts.js';
import { CheckList } from '../../ui/check-list.js';
import { TextAreaField } from '../../ui/text-area-field.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { useWords } from './use-words.js';

/** The two grounds that GDPR art. 12(3) knows. */
const GROUNDS = ['complexity', 'number_of_requests'] as const;

export const ExtendDeadlineDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t } = useTexts();
  const { words, write, check, clear, error } = useWords(command, true);
  const [grounds, setGrounds] = useState<(typeof GROUNDS)[number][]>([]);
  const [checked, setChecked] = useState(false);
  const build = (): StaffCommand | null => {
    setChecked(true);
    return check() && grounds.length > 0 ? { type: 'extendDeadline', grounds, words } : null;
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={clear}
      onClose={onClose}
      intro={t('console.dialog.extendDeadline')}
      preview={{ type: 'extendDeadline' }}
    >
      <CheckList
        label={t('console.dialog.extendDeadline.grounds')}
        chosen={grounds}
        options={GROUNDS.map((value) => ({ value, label: t(`console.dialog.extendDeadline.${value}`) }))}
        onChoose={setGrounds}
        error={checked && grounds.length === 0 ? t('console.dialog.choose') : null}
      />
      <TextAreaField
        label={t('console.dialog.extendDeadline.words')}
        rows={4}
        maxLength={4000}
        value={words}
        onText={write}
        error={error}
        required
      />
    </CommandForm>
  );
};
