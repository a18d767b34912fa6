import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useActorName } from '../../app/actor-name.js';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import { Card } from '../../ui/card.js';
import { CommandList } from '../command-list.js';
import { useRequest } from '../request-context.js';
import styles from './rail.module.css';

const IDENTITY_COMMANDS = [
  'startVerification',
  'choosePerson',
  'requestCode',
  'confirmIdentity',
  'chase',
  'confirmReceipt',
] as const;

/** How sure the desk is of who asks, what shows it, and what can be done to be surer. */
export const IdentityCard = () => {
  const { t } = useTexts();
  const dates = useDates();
  const actorName = useActorName();
  const { identity } = useRequest().page;
  const Shield = identity.level === 'V0' ? IconShieldOff : IconShieldCheck;
  return (
    <Card title={t('console.identity.title')} id="identity">
      <div className={styles.stack}>
        <p className={styles.level}>
          <Shield aria-hidden size={20} stroke={1.7} />
          {t(`common.identity.level.${identity.level}`)}
        </p>
        <dl className={styles.facts}>
          <dt>{t('console.identity.registers')}</dt>
          <dd>{t(`console.identity.location.${identity.location ?? 'unknown'}`)}</dd>
          {identity.deliveryContact !== null && (
            <>
              <dt>{t('console.identity.delivery')}</dt>
              <dd>{identity.deliveryContact}</dd>
            </>
          )}
        </dl>
        {identity.proofs.length > 0 && (
          <ul className={styles.proofs}>
            {identity.proofs.map(({ method, by, at }) => (
              <li key={`${method} ${at}`}>
                {t(`common.identity.method.${method}`)}
                <span className={styles.minor}>
                  {' · '}
                  {actorName(by)} · <time dateTime={at}>{dates.moment(at)}</time>
                </span>
              </li>
            ))}
          </ul>
        )}
        <CommandList label={t('console.identity.commands')} types={IDENTITY_COMMANDS} />
      </div>
    </Card>
  );
};
