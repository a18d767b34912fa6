import { Popover } from '@mantine/core';
import { useState, type ReactElement, type ReactNode } from 'react';

interface OpenerProps {
  readonly 'aria-expanded': boolean;
  readonly 'aria-haspopup': 'dialog';
  readonly onClick: () => void;
}

interface PopupProps {
  readonly label: string;
  readonly width: number;
  /** Where it stands by its button; it turns round where there is no room. */
  readonly position?: 'bottom-start' | 'bottom-end';
  /** The button that opens it; takes these props, and passes `ref` and aria attributes on. */
  readonly target: (props: OpenerProps) => ReactElement;
  readonly children: ReactNode;
}

/** A small non-modal dialog under its button. Escape and a click outside close it. */
export const Popup = ({ label, width, position = 'bottom-end', target, children }: PopupProps) => {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={width}
      position={position}
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        {target({ 'aria-expanded': opened, 'aria-haspopup': 'dialog', onClick: () => setOpened((open) => !open) })}
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
};
