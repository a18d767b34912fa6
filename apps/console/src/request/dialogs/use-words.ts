import { useState } from 'react';
import { useTexts } from '../../app/texts.js';
import { useDraft } from '../drafts.js';
import { useRequest, type CommandTarget, type StaffCommandType } from '../request-context.js';

interface WordedCommand extends CommandTarget {
  readonly type: StaffCommandType;
}

export interface Words {
  readonly words: string;
  readonly write: (words: string) => void;
  readonly required: boolean;
  /** True when the words hold; from then on the field says what is missing. */
  readonly check: () => boolean;
  readonly clear: () => void;
  readonly error: string | null;
}

/**
 * One field of free words of a command: kept as a draft, checked when the command is sent. `field` tells the
 * fields of one dialog apart.
 */
export const useWords = ({ type, right, task }: WordedCommand, required: boolean, field = 'words'): Words => {
  const { t } = useTexts();
  const { page } = useRequest();
  const [words, write] = useDraft([page.reference, type, right, task?.id, field].filter(Boolean).join(' '));
  const [checked, setChecked] = useState(false);
  const missing = required && words.trim() === '';
  return {
    words,
    write,
    required,
    check: () => {
      setChecked(true);
      return !missing;
    },
    clear: () => write(''),
    error: checked && missing ? t('console.dialog.wordsMissing') : null,
  };
};
