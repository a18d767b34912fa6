import { useTexts } from '../../app/texts.js';
import { Card } from '../../ui/card.js';
import { CommandList } from '../command-list.js';
import styles from './rail.module.css';

const ENDING_COMMANDS = ['withdraw', 'liftFreeze', 'dismiss', 'markSpam'] as const;

/** Ways in which a request ends without an answer, and the way back from a freeze. */
export const EndingCard = () => {
  const { t } = useTexts();
  return (
    <div className={styles.onScreen}>
      <Card title={t('console.ending.title')}>
        <CommandList label={t('console.ending.title')} types={ENDING_COMMANDS} />
      </Card>
    </div>
  );
};
