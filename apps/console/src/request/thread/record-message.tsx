import { useState, type FormEvent } from 'react';
import { MESSAGE_CHANNELS, type MessageChannel } from '#domain/request/vocabulary';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts, useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { TextAreaField } from '../../ui/text-area-field.js';
import { useWords } from '../dialogs/use-words.js';
import { useCommand } from '../use-command.js';
import styles from './thread.module.css';

/** What came in outside the desk, written down by hand. */
export const RecordMessage = () => {
  const { t } = usePageTexts('correspondence');
  const { t: common } = useTexts();
  const problemText = useProblemText();
  const [by, setBy] = useState<MessageChannel>('email');
  const { words, write, check, clear, error } = useWords({ type: 'recordMessage' }, true);
  const give = useCommand(clear);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (check()) give.mutate({ type: 'recordMessage', by, words });
  };
  return (
    <details className={styles.record}>
      <summary>{t('correspondence.record')}</summary>
      <form className={styles.composer} onSubmit={submit} noValidate>
        <p className={styles.minor}>{t('correspondence.recordHint')}</p>
        <SelectField
          label={t('correspondence.recordChannel')}
          value={by}
          options={MESSAGE_CHANNELS.map((channel) => ({ value: channel, label: common(`common.channel.${channel}`) }))}
          onChoose={setBy}
        />
        <TextAreaField
          label={t('correspondence.recordWords')}
          rows={4}
          maxLength={4000}
          value={words}
          onText={write}
          error={error ?? (give.error && problemText(give.error))}
          required
        />
        <Button type="submit" busy={give.isPending}>
          {common('console.command.recordMessage')}
        </Button>
      </form>
    </details>
  );
};
