import { useNavigate } from '@tanstack/react-router';
import { RIGHTS, type Right } from '#domain/law/rights';
import { useTexts } from '../app/texts.js';
import { SelectField } from '../ui/select-field.js';
import type { QueueSearch } from './queue-search.js';
import styles from './queue-page.module.css';

/** Filters of the queue. They stand in the address, so Back takes one away. */
export const QueueTools = ({ search }: { search: QueueSearch }) => {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { right, ...others } = search;
  const choose = (chosen: Right | ''): void => {
    void navigate({ to: '/queue', search: chosen === '' ? others : { ...others, right: chosen } });
  };
  return (
    <div className={styles.tools}>
      <SelectField
        label={t('console.queue.rightFilter')}
        labelHidden
        value={right ?? ''}
        options={[
          { value: '', label: t('console.queue.allRights') },
          ...RIGHTS.map((each) => ({ value: each, label: t(`common.right.${each}`) })),
        ]}
        onChoose={choose}
      />
      <p className={styles.keys}>
        <kbd>j</kbd> <kbd>k</kbd> {t('console.queue.keys.move')} · <kbd>Enter</kbd> {t('console.queue.keys.open')} ·{' '}
        <kbd>n</kbd> {t('console.queue.keys.register')}
      </p>
    </div>
  );
};
