import type { ReactNode } from 'react';
import { TextAreaField } from '../../ui/text-area-field.js';
import type { Words } from './use-words.js';

interface WordsFieldProps {
  readonly field: Words;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly rows?: number;
}

/** The field of the free words of a command. */
export const WordsField = ({ field, label, hint, rows = 4 }: WordsFieldProps) => (
  <TextAreaField
    label={label}
    hint={hint}
    rows={rows}
    maxLength={4000}
    value={field.words}
    onText={field.write}
    error={field.error}
    required={field.required}
  />
);
