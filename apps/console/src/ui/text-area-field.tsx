import { Textarea } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';

interface TextAreaFieldProps extends Pick<
  ComponentPropsWithRef<'textarea'>,
  'ref' | 'id' | 'name' | 'rows' | 'maxLength' | 'value' | 'onKeyDown' | 'lang'
> {
  readonly label: ReactNode;
  readonly onText: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly required?: boolean;
}

export const TextAreaField = ({ label, onText, hint, error, required = false, ...others }: TextAreaFieldProps) => (
  <Textarea
    label={label}
    description={hint}
    error={error}
    required={required}
    withAsterisk={false}
    onChange={(event) => onText(event.currentTarget.value)}
    {...others}
  />
);
