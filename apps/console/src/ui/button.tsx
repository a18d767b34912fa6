import { Button as MantineButton } from '@mantine/core';
import type { MouseEventHandler, ReactNode } from 'react';

const VARIANTS = {
  primary: { variant: 'filled' },
  secondary: { variant: 'default' },
  quiet: { variant: 'subtle' },
  danger: { variant: 'filled', color: 'red.9' },
} as const;

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: keyof typeof VARIANTS;
  readonly size?: 'xs' | 'sm';
  readonly icon?: ReactNode;
  readonly busy?: boolean;
  readonly type?: 'button' | 'submit';
  /** Closed, yet reachable by keyboard, so that the reason can be read; `id` of the element that says it. */
  readonly closedBecause?: string | undefined;
  /** Its name where the text alone would not tell it from others; it begins with the text. */
  readonly label?: string;
  readonly onClick?: MouseEventHandler<HTMLButtonElement>;
}

export const Button = ({
  children,
  kind = 'secondary',
  size = 'sm',
  icon,
  busy = false,
  type = 'button',
  closedBecause,
  label,
  onClick,
}: ButtonProps) => (
  <MantineButton
    {...VARIANTS[kind]}
    className="only-on-screen"
    type={type}
    size={size}
    loading={busy}
    leftSection={icon}
    aria-label={label}
    {...(closedBecause === undefined
      ? { onClick }
      : { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': closedBecause })}
  >
    {children}
  </MantineButton>
);
