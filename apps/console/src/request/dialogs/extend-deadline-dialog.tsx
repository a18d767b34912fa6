import { useState } from 'react';
import type { StaffCommand } from '#contracts/request-page';
import { useTexts } from '../../app/texts.js';
import { CheckList } from '../../ui/check-list.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { useWords } from './use-words.js';
import { WordsField } from './words-field.js';

/** The two grounds that GDPR art. 12(3) knows. */
const GROUNDS = ['complexity', 'number_of_requests'] as const;

export const ExtendDeadlineDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t } = useTexts();
  const field = useWords(command, true);
  const [grounds, setGrounds] = useState<(typeof GROUNDS)[number][]>([]);
  const [checked, setChecked] = useState(false);
  const build = (): StaffCommand | null => {
    setChecked(true);
    return field.check() && grounds.length > 0 ? { type: 'extendDeadline', grounds, words: field.words } : null;
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={field.clear}
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
      <WordsField field={field} label={t('console.dialog.extendDeadline.words')} />
    </CommandForm>
  );
};
