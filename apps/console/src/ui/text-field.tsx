import { TextInput } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';

interface TextFieldProps extends Pick<
  ComponentPropsWithRef<'input'>,
  'ref' | 'id' | 'name' | 'type' | 'autoComplete' | 'inputMode' | 'max' | 'maxLength' | 'value'
> {
  readonly label: ReactNode;
  readonly onText: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly required?: boolean;
}

export const TextField = ({ label, onText, hint, error, required = false, ...others }: TextFieldProps) => (
  <TextInput
    label={label}
    description={hint}
    error={error}
    required={required}
    withAsterisk={false}
    onChange={(event) => onText(event.currentTarget.value)}
    {...others}
  />
);
