import type { StaffCommand } from '#contracts/request-page';
import { useTexts } from '../../app/texts.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { useWords } from './use-words.js';
import { WordsField } from './words-field.js';

/** Asking for proof of identity stops the clock, so the doubt and the least that settles it are written down. */
export const RequestIdentityDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t } = useTexts();
  const doubt = useWords(command, true);
  const wanted = useWords(command, true, 'wanted');
  const build = (): StaffCommand | null => {
    const complete = [doubt.check(), wanted.check()].every(Boolean);
    return complete ? { type: 'requestIdentity', words: doubt.words, wanted: wanted.words } : null;
  };
  const clear = (): void => {
    doubt.clear();
    wanted.clear();
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={clear}
      onClose={onClose}
      intro={t('console.dialog.requestIdentity')}
      preview={{ type: 'requestIdentity' }}
    >
      <WordsField field={doubt} label={t('console.dialog.requestIdentity.doubt')} rows={3} />
      <WordsField
        field={wanted}
        label={t('console.dialog.requestIdentity.wanted')}
        hint={t('console.dialog.requestIdentity.hint')}
        rows={3}
      />
    </CommandForm>
  );
};
