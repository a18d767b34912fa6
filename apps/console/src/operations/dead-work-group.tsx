import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { DeadWork, Revival } from '#contracts/operations';
import { call } from '../api/call.js';
import { useDates } from '../app/dates.js';
import { usePageTexts, useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { useOperation } from './use-operation.js';
import styles from './operations.module.css';

/** Work of one kind that was given up for one reason; each of it starts again by itself, or all of it together. */
export const DeadWorkGroup = ({ group: { kind, reason, total, effects } }: { group: DeadWork }) => {
  const { find } = useTexts();
  const { t, find: findHere } = usePageTexts('operations');
  const dates = useDates();
  const { role } = useSession().user;
  const [asked, setAsked] = useState(false);
  const revive = useOperation<Revival>((body) => call('revive', { body }), t('operations.dead.done'));
  const what = findHere(`operations.kind.${kind}`) ?? kind;
  const why = find(`console.failureReason.${reason}`) ?? reason;
  return (
    <section className={styles.group} aria-label={`${what}: ${why}`}>
      <header className={styles.groupHead}>
        <h3 className={styles.groupName}>
          {what}: <span className={styles.why}>{why}</span>
        </h3>
        {total > 1 && (
          <Button size="xs" onClick={() => setAsked(true)}>
            {t('operations.dead.retryAll', { count: total })}
          </Button>
        )}
      </header>
      <ul className={styles.effects}>
        {effects.map(({ id, reference, attempts, dueAt }) => (
          <li key={id} className={styles.effect}>
            <span className={styles.code}>
              {reference !== null && role !== 'administrator' ? (
                <Link to="/requests/$reference" params={{ reference }}>
                  {reference}
                </Link>
              ) : (
                (reference ?? t('operations.dead.ofDesk'))
              )}
            </span>
            <span className={styles.minor}>
              {t('operations.dead.tried', { count: attempts, moment: dates.moment(dueAt) })}
            </span>
            <Button
              size="xs"
              busy={revive.isPending && revive.variables.effect === id}
              onClick={() => revive.mutate({ kind, reason, effect: id })}
            >
              {t('operations.dead.retry')}
              <span className="visually-hidden"> {reference ?? t('operations.dead.ofDesk')}</span>
            </Button>
          </li>
        ))}
      </ul>
      {total > effects.length && (
        <p className={styles.minor}>{t('operations.dead.more', { count: total - effects.length })}</p>
      )}
      {asked && (
        <Dialog title={t('operations.dead.retryAll', { count: total })} onClose={() => setAsked(false)}>
          <p>{t('operations.dead.sure', { what, why, count: total })}</p>
          <div className={styles.choices}>
            <Button onClick={() => setAsked(false)}>{t('operations.dead.leave')}</Button>
            <Button
              kind="primary"
              busy={revive.isPending}
              onClick={() => revive.mutate({ kind, reason, effect: null }, { onSettled: () => setAsked(false) })}
            >
              {t('operations.dead.retry')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
};
