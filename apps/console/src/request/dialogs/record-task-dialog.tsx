import { useState } from 'react';
import type { StaffCommand, TaskView } from '#contracts/request-page';
import { TASK_RESULTS, type TaskResult } from '#domain/request/vocabulary';
import { useTexts } from '../../app/texts.js';
import { RadioList } from '../../ui/radio-list.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { useWords } from './use-words.js';
import { WordsField } from './words-field.js';

/** A connector's work can be closed by hand only as "cannot": nobody declares a copy that was never made. */
const resultsFor = ({ kind, released }: TaskView): readonly TaskResult[] =>
  kind === 'manual' && released ? TASK_RESULTS : ['cannot'];

export const RecordTaskDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t } = useTexts();
  const field = useWords(command, true);
  const { task } = command;
  const results = task === undefined ? [] : resultsFor(task);
  const [result, setResult] = useState<TaskResult | null>(null);
  const [checked, setChecked] = useState(false);
  const build = (): StaffCommand | null => {
    setChecked(true);
    if (!field.check() || result === null || task === undefined) return null;
    return { type: 'recordTask', task: task.id, result, words: field.words };
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={field.clear}
      onClose={onClose}
      intro={<strong>{task?.registerName}</strong>}
    >
      <RadioList
        label={t('console.dialog.recordTask.result')}
        chosen={result}
        options={results.map((value) => ({ value, label: t(`common.task_result.${value}`) }))}
        onChoose={setResult}
        error={checked && result === null ? t('console.dialog.choose') : null}
      />
      <WordsField
        field={field}
        label={t('console.dialog.recordTask.words')}
        hint={t('console.dialog.recordTask.hint')}
      />
    </CommandForm>
  );
};
