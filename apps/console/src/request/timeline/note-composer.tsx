import type { FormEvent, KeyboardEvent } from 'react';
import { useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import { TextAreaField } from '../../ui/text-area-field.js';
import { useToast } from '../../ui/use-toast.js';
import { useDraft } from '../drafts.js';
import { useRefusalText } from '../meanwhile/use-refusal-text.js';
import { permitFor, useRequest } from '../request-context.js';
import { useCommand } from '../use-command.js';
import styles from './timeline.module.css';

/** A note for colleagues. Ctrl+Enter sends it. */
export const NoteComposer = () => {
  const { t } = useTexts();
  const refusalText = useRefusalText();
  const toast = useToast();
  const { page } = useRequest();
  const [words, write] = useDraft(`${page.reference} addNote`);
  const addNote = useCommand(() => write(''));
  if (permitFor(page, 'addNote', {})?.open !== true) return null;
  const send = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (words.trim() === '') return;
    addNote.mutate({ type: 'addNote', words }, { onError: (error) => void refusalText(error).then(toast.failed) });
  };
  return (
    <form className={styles.composer} onSubmit={send}>
      <TextAreaField
        label={t('console.note.label')}
        hint={t('console.note.hint')}
        rows={2}
        maxLength={4000}
        value={words}
        onText={write}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
        }}
      />
      <Button type="submit" busy={addNote.isPending}>
        {t('console.command.addNote')}
      </Button>
    </form>
  );
};
