import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Language } from '#domain/language';
import { LANGUAGES } from '#domain/language';
import { STAFF_ROLES, type StaffRole } from '#domain/request/actor';
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

/** Somebody new: they get a link and choose their own password. */
export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
  const { t, language: own } = useAdministrationTexts();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const [typed, setTyped] = useState({ name: '', email: '', role: 'officer' as StaffRole, language: own as Language });
  const invite = useMutation({
    mutationFn: () => call('inviteUser', { body: typed }),
    onSuccess: () => client.invalidateQueries({ queryKey: SETTINGS_KEY }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  const change = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  return (
    <Dialog title={t('administration.users.invite')} onClose={onClose}>
      {invite.data === undefined ? (
        <form onSubmit={submit} noValidate className={styles.rows}>
          {invite.error !== null && (
            <p role="alert" className={styles.problem}>
              {refusalText(invite.error)}
            </p>
          )}
          <TextField label={t('administration.field.name')} value={typed.name} onText={(name) => change({ name })} />
          <TextField
            label={t('administration.field.email')}
            type="email"
            value={typed.email}
            onText={(email) => change({ email })}
          />
          <SelectField
            label={t('administration.users.role')}
            value={typed.role}
            options={STAFF_ROLES.map((value) => ({ value, label: t(`administration.role.${value}`) }))}
            onChoose={(role) => change({ role })}
          />
          <SelectField
            label={t('administration.users.language')}
            value={typed.language}
            options={LANGUAGES.map((value) => ({ value, label: t(`administration.organisation.language.${value}`) }))}
            onChoose={(language) => change({ language })}
          />
          <div className={styles.actions}>
            <Button kind="primary" type="submit" busy={invite.isPending}>
              {t('administration.users.invite')}
            </Button>
            <Button onClick={onClose}>{t('administration.cancel')}</Button>
          </div>
        </form>
      ) : (
        <InvitationWords invitation={invite.data} onClose={onClose} />
      )}
    </Dialog>
  );
};
