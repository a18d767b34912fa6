import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserRow } from '#contracts/settings-users';
import { STAFF_ROLES } from '#domain/request/actor';
import { call } from '../api/call.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { InvitationWords } from './invitation-words.js';
import { SETTINGS_KEY } from './keys.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import { useRefusalText } from './use-refusal-text.js';
import styles from './administration.module.css';

/** Name, role and access of one account. Whatever is done counts at once. */
export const UserDialog = ({ user, onClose }: { user: UserRow; onClose: () => void }) => {
  const { t } = useAdministrationTexts();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const [name, setName] = useState(user.name);
  const [role, setRole] = useState(user.role);
  const closed = user.state === 'disabled';
  const refresh = () => client.invalidateQueries({ queryKey: SETTINGS_KEY });
  const change = useMutation({
    mutationFn: (disabled: boolean) => call('changeUser', { params: { id: user.id }, body: { name, role, disabled } }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  const reset = useMutation({
    mutationFn: () => call('resetUser', { params: { id: user.id } }),
    onSuccess: refresh,
  });
  const error = change.error ?? reset.error;
  return (
    <Dialog title={t('administration.users.manage', { name: user.name })} onClose={onClose}>
      {reset.data === undefined ? (
        <div className={styles.rows}>
          {error !== null && (
            <p role="alert" className={styles.problem}>
              {refusalText(error)}
            </p>
          )}
          <TextField label={t('administration.field.name')} value={name} onText={setName} />
          <SelectField
            label={t('administration.users.role')}
            value={role}
            options={STAFF_ROLES.map((value) => ({ value, label: t(`administration.role.${value}`) }))}
            onChoose={setRole}
          />
          <div className={styles.actions}>
            <Button kind="primary" busy={change.isPending} onClick={() => change.mutate(closed)}>
              {t('administration.save')}
            </Button>
            {!closed && <Button onClick={() => reset.mutate()}>{t('administration.users.reset')}</Button>}
            <Button kind={closed ? 'secondary' : 'danger'} onClick={() => change.mutate(!closed)}>
              {t(closed ? 'administration.users.enable' : 'administration.users.disable')}
            </Button>
          </div>
        </div>
      ) : (
        <InvitationWords invitation={reset.data} onClose={onClose} />
      )}
    </Dialog>
  );
};
