import type { StaffCommand } from '#contracts/request-page';
import { useTexts } from '../../app/texts.js';
import { TextAreaField } from '../../ui/text-area-field.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { PLAIN_COMMANDS, type PlainCommand } from './plain-commands.js';
import { useWords } from './use-words.js';

const NO_COMMAND: PlainCommand = { words: 'none', build: () => null };

/** The dialog of a command that takes words, or nothing at all. */
export const PlainDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t, find } = useTexts();
  const { words: takes, build: buildPlain, preview } = PLAIN_COMMANDS[command.type] ?? NO_COMMAND;
  const { words, write, check, clear, error } = useWords(command, takes === 'required');
  const build = (): StaffCommand | null => (check() ? buildPlain(words, command.right) : null);
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={clear}
      onClose={onClose}
      intro={find(`console.dialog.${command.type}`)}
      {...(preview !== undefined && { preview: preview(command.right) })}
    >
      {takes !== 'none' && (
        <TextAreaField
          label={find(`console.dialog.${command.type}.words`) ?? t('console.dialog.words')}
          rows={5}
          maxLength={4000}
          value={words}
          onText={write}
          error={error}
          required={takes === 'required'}
        />
      )}
    </CommandForm>
  );
};
