import type { Language } from '#domain/language';
import { useTexts } from '../app/texts.js';
import { Card } from '../ui/card.js';
import styles from './words-card.module.css';

/** What the person wrote, as text, in their own language. */
export const WordsCard = ({ words, language }: { words: string; language: Language }) => {
  const { t } = useTexts();
  return (
    <Card
      title={t('console.request.words')}
      aside={<span className={styles.language}>{t(`common.language.${language}`)}</span>}
    >
      <blockquote className={styles.words} lang={language}>
        {words}
      </blockquote>
    </Card>
  );
};
