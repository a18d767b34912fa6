import { ActionIcon } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';

interface IconButtonProps extends Pick<
  ComponentPropsWithRef<'button'>,
  'ref' | 'onClick' | 'aria-expanded' | 'aria-haspopup' | 'aria-controls'
> {
  /** Its name, for whoever does not see the icon. */
  readonly label: string;
  /** A key that does the same. */
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export const IconButton = ({ label, keys, children, ...others }: IconButtonProps) => (
  <ActionIcon
    className="only-on-screen"
    variant="subtle"
    color="gray"
    size={36}
    aria-label={label}
    aria-keyshortcuts={keys}
    title={keys === undefined ? label : `${label} (${keys})`}
    {...others}
  >
    {children}
  </ActionIcon>
);
