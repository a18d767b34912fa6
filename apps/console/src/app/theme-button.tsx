import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { IconButton } from '../ui/icon-button.js';
import { useTexts } from './texts.js';

/** Light to dark and back in one action; following the system is set in the account panel. */
export const ThemeButton = () => {
  const { t } = useTexts();
  // Without `keepTransitions` Mantine writes a style element, which the page's policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme('light') === 'dark';
  const Icon = dark ? IconSun : IconMoon;
  return (
    <IconButton
      label={t(dark ? 'console.shell.toLight' : 'console.shell.toDark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <Icon aria-hidden size={20} stroke={1.7} />
    </IconButton>
  );
};
