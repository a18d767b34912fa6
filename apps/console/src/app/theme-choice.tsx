import { useMantineColorScheme } from '@mantine/core';
import { Segments } from '../ui/segments.js';
import { useTexts } from './texts.js';

const SCHEMES = ['light', 'dark', 'auto'] as const;

export const ThemeChoice = () => {
  const { t } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Segments
      label={t('console.account.theme')}
      value={colorScheme}
      options={SCHEMES.map((value) => ({ value, label: t(`console.account.theme.${value}`) }))}
      onChoose={setColorScheme}
    />
  );
};
