import { Link } from '@tanstack/react-router';
import { usePageTexts, useTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Copyable } from '../ui/copyable.js';
import type { Registered } from './registered.js';
import styles from './register.module.css';

interface RegisterReceiptProps {
  readonly registered: Registered;
  readonly onAnother: () => void;
}

/** Reference and secret code, shown this once. The code goes to the person by another way than mail. */
export const RegisterReceipt = ({
  registered: { reference, secretCode, notKept },
  onAnother,
}: RegisterReceiptProps) => {
  const { t } = useTexts();
  const texts = usePageTexts('correspondence');
  return (
    <Card title={t('console.receipt.title')}>
      <div className={styles.stack} role="status">
        <dl className={styles.receipt}>
          <dt>{t('console.request.reference')}</dt>
          <dd>
            <Copyable value={reference} name={t('console.request.reference')} />
          </dd>
          <dt>{t('console.receipt.code')}</dt>
          <dd>
            <Copyable value={secretCode} name={t('console.receipt.code')} />
          </dd>
        </dl>
        <p className={styles.advice}>
          <strong>{t('console.receipt.once')}</strong> {t('console.receipt.advice')}
        </p>
        {notKept.length > 0 && (
          <p className={styles.advice}>{texts.t('correspondence.register.notKept', { names: notKept.join(', ') })}</p>
        )}
        <div className={styles.actions}>
          <Link to="/requests/$reference" params={{ reference }} className={styles.open}>
            {t('console.receipt.open')}
          </Link>
          <Button onClick={onAnother}>{t('console.receipt.another')}</Button>
        </div>
      </div>
    </Card>
  );
};
