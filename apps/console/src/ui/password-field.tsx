import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  /** Name of the button that shows what is typed. */
  readonly showLabel: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
}

export const PasswordField = ({ onText, hint, showLabel, ...others }: PasswordFieldProps) => (
  <PasswordInput
    {...others}
    description={hint}
    required
    withAsterisk={false}
    onChange={(event) => onText(event.currentTarget.value)}
    visibilityToggleButtonProps={{ 'aria-label': showLabel, tabIndex: 0, size: 28 }}
  />
);
