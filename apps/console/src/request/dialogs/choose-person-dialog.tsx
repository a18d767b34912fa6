import { useState } from 'react';
import type { StaffCommand } from '#contracts/request-page';
import { useTexts } from '../../app/texts.js';
import { RadioList } from '../../ui/radio-list.js';
import { useRequest } from '../request-context.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';

const NONE = 'none';

/** Several people in the registers match what was claimed: which of them it is, or none. */
export const ChoosePersonDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t } = useTexts();
  const { candidates } = useRequest().page.identity;
  const [chosen, setChosen] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const build = (): StaffCommand | null => {
    setChecked(true);
    if (chosen === null) return null;
    return { type: 'choosePerson', candidate: chosen === NONE ? null : Number(chosen) };
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={() => undefined}
      onClose={onClose}
      intro={t('console.dialog.choosePerson')}
    >
      <RadioList
        label={t('console.dialog.choosePerson.who')}
        chosen={chosen}
        options={[
          ...candidates.map(({ index, hint }) => ({ value: String(index), label: hint })),
          { value: NONE, label: t('console.dialog.choosePerson.none') },
        ]}
        onChoose={setChosen}
        error={checked && chosen === null ? t('console.dialog.choose') : null}
      />
    </CommandForm>
  );
};
