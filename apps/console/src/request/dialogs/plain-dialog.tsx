import type { StaffCommand } from '#contracts/request-page';
import { useTexts } from '../../app/texts.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { PLAIN_COMMANDS, type PlainCommand } from './plain-commands.js';
import { useWords } from './use-words.js';
import { WordsField } from './words-field.js';

const NO_COMMAND: PlainCommand = { words: 'none', build: () => null };

/** The dialog of a command that takes words, or nothing at all. */
export const PlainDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t, find } = useTexts();
  const { words: takes, build: buildPlain, preview } = PLAIN_COMMANDS[command.type] ?? NO_COMMAND;
  const field = useWords(command, takes === 'required');
  const build = (): StaffCommand | null => (field.check() ? buildPlain(field.words, command.right) : null);
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={field.clear}
      onClose={onClose}
      intro={find(`console.dialog.${command.type}`)}
      {...(preview !== undefined && { preview: preview(command.right) })}
    >
      {takes !== 'none' && (
        <WordsField
          field={field}
          label={find(`console.dialog.${command.type}.words`) ?? t('console.dialog.words')}
          rows={5}
        />
      )}
    </CommandForm>
  );
};
