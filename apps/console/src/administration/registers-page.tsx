import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegisterPage } from '#contracts/settings-registers';
import { call } from '../api/call.js';
import { useDates } from '../app/dates.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { REGISTERS_KEY, SETTINGS_KEY } from './keys.js';
import { RegisterDialog } from './register-dialog.js';
import { SettingsFrame } from './settings-frame.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import styles from './administration.module.css';

/** `/settings/registers`: the systems that hold personal data. */
export const RegistersPage = () => {
  const { t } = useAdministrationTexts();
  const { user } = useSession();
  const [edited, setEdited] = useState<RegisterPage | 'new' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: REGISTERS_KEY,
    queryFn: ({ signal }) => call('registers', { signal }),
  });
  const mayChange = user.role === 'administrator';
  return (
    <SettingsFrame
      page="registers"
      error={data === undefined ? error : null}
      loading={data === undefined}
      onRetry={() => void refetch()}
    >
      <div className={styles.stack}>
        {mayChange && (
          <div className={styles.actions}>
            <Button kind="primary" onClick={() => setEdited('new')}>
              {t('administration.registers.add')}
            </Button>
          </div>
        )}
        {data?.registers.length === 0 && <p>{t('administration.registers.none')}</p>}
        {data?.registers.map((register) => (
          <RegisterCard
            key={register.id}
            register={register}
            activities={data.activities}
            onEdit={mayChange ? () => setEdited(register) : null}
          />
        ))}
      </div>
      {edited !== null && data !== undefined && (
        <RegisterDialog
          register={edited === 'new' ? null : edited}
          activities={data.activities}
          onClose={() => setEdited(null)}
        />
      )}
    </SettingsFrame>
  );
};

interface RegisterCardProps {
  readonly register: RegisterPage;
  readonly activities: readonly { readonly id: string; readonly name: Readonly<Record<'fi' | 'sv' | 'en', string>> }[];
  /** Null for whoever only reads. */
  readonly onEdit: (() => void) | null;
}

const RegisterCard = ({ register, activities, onEdit }: RegisterCardProps) => {
  const { t, find, language } = useAdministrationTexts();
  const dates = useDates();
  const client = useQueryClient();
  const { id, content, check, hasConnection } = register;
  const test = useMutation({
    mutationFn: () => call('checkRegister', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: SETTINGS_KEY }),
  });
  const result = test.data?.result ?? check?.result;
  const uses = activities.filter((activity) => content.activities.includes(activity.id));
  const tone = content.retired ? 'quiet' : 'ok';
  return (
    <Card
      title={content.name[language]}
      aside={
        <span className={styles.pill} data-tone={tone}>
          {t(content.retired ? 'administration.registers.retiredShort' : 'administration.registers.inUse')}
        </span>
      }
    >
      <div className={styles.rows}>
        <p>
          {t(`administration.registers.kind.${content.kind}`)} ·{' '}
          {t(`administration.registers.class.${content.dataClass}`)}
          {content.kind === 'sql' && !hasConnection && ` · ${t('administration.registers.result.no-connection')}`}
        </p>
        {uses.length > 0 && <p className={styles.minor}>{uses.map(({ name }) => name[language]).join(', ')}</p>}
        {result !== undefined && (
          <p className={styles.outcome} role="status">
            {find(`administration.registers.result.${result}`) ?? result} {test.data?.detail}
            {check !== null && ` ${t('administration.registers.checked', { moment: dates.moment(check.at) })}`}
          </p>
        )}
        {onEdit !== null && (
          <div className={styles.actions}>
            <Button size="xs" onClick={onEdit}>
              {t('administration.edit')}
              <span className="visually-hidden"> {content.name[language]}</span>
            </Button>
            {content.kind === 'sql' && (
              <Button size="xs" busy={test.isPending} onClick={() => test.mutate()}>
                {t('administration.registers.check')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
};
