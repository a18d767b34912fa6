import { ActionIcon } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';

interface IconButtonProps extends Pick<
  ComponentPropsWithRef<'button'>,
  'ref' | 'onClick' | 'aria-expanded' | 'aria-haspopup' | 'aria-controls'
> {
  /** Its name, for whoever does not see the icon. */
  readonly label: string;
  readonly children: ReactNode;
}

export const IconButton = ({ label, children, ...others }: IconButtonProps) => (
  <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} title={label} {...others}>
    {children}
  </ActionIcon>
);
