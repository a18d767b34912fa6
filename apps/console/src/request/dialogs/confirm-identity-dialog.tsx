import { useState } from 'react';
import type { StaffCommand } from '#contracts/request-page';
import { IDENTITY_METHODS, type IdentityMethod } from '#domain/request/vocabulary';
import { useTexts } from '../../app/texts.js';
import { RadioList } from '../../ui/radio-list.js';
import { useRequest } from '../request-context.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { useWords } from './use-words.js';
import { WordsField } from './words-field.js';

/** Proofs that staff record; the others the person gives by a code. */
const METHODS = (Object.keys(IDENTITY_METHODS) as IdentityMethod[]).filter(
  (method) => IDENTITY_METHODS[method].recordedBy === 'officer',
);

export const ConfirmIdentityDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t, find } = useTexts();
  const { page } = useRequest();
  const field = useWords(command, true);
  const [method, setMethod] = useState<IdentityMethod | null>(null);
  const [checked, setChecked] = useState(false);
  const build = (): StaffCommand | null => {
    setChecked(true);
    if (!field.check() || method === null) return null;
    return { type: 'confirmIdentity', method, words: field.words };
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={field.clear}
      onClose={onClose}
      intro={t('console.dialog.confirmIdentity')}
      {...(page.clock.dueOn === null && { preview: method && { type: 'confirmIdentity', method } })}
    >
      <RadioList
        label={t('console.dialog.confirmIdentity.method')}
        chosen={method}
        options={METHODS.map((value) => ({
          value,
          label: t(`common.identity.method.${value}`),
          hint: find(`console.dialog.confirmIdentity.${value}`) ?? '',
        }))}
        onChoose={setMethod}
        error={checked && method === null ? t('console.dialog.choose') : null}
      />
      <WordsField field={field} label={t('console.dialog.confirmIdentity.words')} />
    </CommandForm>
  );
};
