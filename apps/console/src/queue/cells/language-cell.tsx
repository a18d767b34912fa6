import type { QueueRow } from '#contracts/queue';
import { useTexts } from '../../app/texts.js';

export const LanguageCell = ({ language }: Pick<QueueRow, 'language'>) => {
  const { t } = useTexts();
  return <>{t(`common.language.${language}`)}</>;
};
