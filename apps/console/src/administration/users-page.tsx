import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserRow } from '#contracts/settings-users';
import { call } from '../api/call.js';
import { useDates } from '../app/dates.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { InviteDialog } from './invite-dialog.js';
import { USERS_KEY } from './keys.js';
import { SettingsFrame } from './settings-frame.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import { UserChanges } from './user-changes.js';
import { UserDialog } from './user-dialog.js';
import styles from './administration.module.css';

const TONES = { active: 'ok', invited: 'note', disabled: 'quiet' } as const;

/** `/settings/users`: who works at the desk, and as what. */
export const UsersPage = () => {
  const { t } = useAdministrationTexts();
  const dates = useDates();
  const [inviting, setInviting] = useState(false);
  const [managed, setManaged] = useState<UserRow | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: USERS_KEY,
    queryFn: ({ signal }) => call('users', { signal }),
  });
  return (
    <SettingsFrame
      page="users"
      error={data === undefined ? error : null}
      loading={data === undefined}
      onRetry={() => void refetch()}
    >
      <div className={styles.stack}>
        <Card
          title={t('administration.page.users')}
          aside={
            <Button kind="primary" onClick={() => setInviting(true)}>
              {t('administration.users.invite')}
            </Button>
          }
        >
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('administration.field.name')}</th>
                  <th scope="col">{t('administration.users.role')}</th>
                  <th scope="col">{t('administration.users.state')}</th>
                  <th scope="col">{t('administration.users.lastSignIn')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('administration.edit')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data?.users.map((user) => (
                  <tr key={user.id}>
                    <th scope="row">
                      {user.name}
                      <div className={styles.minor}>{user.email}</div>
                    </th>
                    <td>{t(`administration.role.${user.role}`)}</td>
                    <td>
                      <span className={styles.pill} data-tone={TONES[user.state]}>
                        {t(`administration.users.state.${user.state}`)}
                      </span>
                    </td>
                    <td>
                      {user.lastSignInAt === null ? t('administration.users.never') : dates.moment(user.lastSignInAt)}
                    </td>
                    <td>
                      <Button size="xs" onClick={() => setManaged(user)}>
                        {t('administration.edit')}
                        <span className="visually-hidden"> {user.name}</span>
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
        <UserChanges />
      </div>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {managed !== null && <UserDialog user={managed} onClose={() => setManaged(null)} />}
    </SettingsFrame>
  );
};
