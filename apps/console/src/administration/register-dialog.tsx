import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { RegisterPage, RegisterSettings } from '#contracts/settings-registers';
import { DATA_CLASSES } from '#domain/law/identity';
import type { Localised } from '#domain/language';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { useProblemText } from '../app/problem-text.js';
import { Button } from '../ui/button.js';
import { CheckList } from '../ui/check-list.js';
import { Dialog } from '../ui/dialog.js';
import { RadioList } from '../ui/radio-list.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { FilePicker } from './file-picker.js';
import { SETTINGS_KEY } from './keys.js';
import { LocalisedField, NO_WORDS } from './localised-field.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import { VersionList } from './version-list.js';
import styles from './administration.module.css';

interface RegisterDialogProps {
  /** Null for a new one. */
  readonly register: RegisterPage | null;
  readonly activities: readonly { readonly id: string; readonly name: Localised }[];
  readonly onClose: () => void;
}

const KINDS = ['manual', 'sql'] as const;

const NEW = {
  name: NO_WORDS,
  dataClass: 'basic',
  activities: [],
  kind: 'manual',
  definition: null,
  retired: false,
} as const satisfies RegisterSettings;

const idIn = (definition: Record<string, unknown>): string | null => {
  const [first] = (Array.isArray(definition['registers']) ? definition['registers'] : []) as { id?: unknown }[];
  return typeof first?.id === 'string' ? first.id : null;
};

/** One register. What is typed as its connection goes to the server and is never shown again. */
export const RegisterDialog = ({ register, activities, onClose }: RegisterDialogProps) => {
  const { t, language } = useAdministrationTexts();
  const problemText = useProblemText();
  const client = useQueryClient();
  const [id, setId] = useState('');
  const [connection, setConnection] = useState('');
  const [typed, setTyped] = useState<RegisterSettings>(register?.content ?? NEW);
  const change = (part: Partial<RegisterSettings>): void => setTyped({ ...typed, ...part });
  const save = useMutation({
    mutationFn: () => {
      const secret = connection === '' ? {} : { connection };
      const body = { ...typed, ...secret, ...(typed.kind === 'manual' ? { definition: null } : {}) };
      return register === null
        ? call('addRegister', { body: { ...body, id } })
        : call('changeRegister', { params: { id: register.id }, body, version: register.version });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: SETTINGS_KEY });
      onClose();
    },
  });
  const problems = save.error instanceof ApiProblem ? save.error.errors : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const takeDefinition = (file: unknown): void => {
    const definition = file as Record<string, unknown>;
    if (register === null) setId(idIn(definition) ?? id);
    change({ definition, kind: 'sql' });
  };
  const isSql = typed.kind === 'sql';
  return (
    <Dialog title={register?.content.name[language] ?? t('administration.registers.add')} onClose={onClose}>
      <form onSubmit={submit} noValidate className={styles.rows}>
        {save.error !== null && (
          <p role="alert" className={styles.problem}>
            {problemText(save.error)} {problems.map(({ path, message }) => `${path}: ${message}`).join(' ')}
          </p>
        )}
        <RadioList
          label={t('administration.registers.kind')}
          chosen={typed.kind}
          options={KINDS.map((value) => ({ value, label: t(`administration.registers.kind.${value}`) }))}
          onChoose={(kind) => change({ kind })}
        />
        {isSql && (
          <>
            <FilePicker
              label={t('administration.registers.definition')}
              hint={typed.definition === null ? null : t('administration.registers.definition.known')}
              failure={t('administration.registers.definition.failed')}
              onJson={takeDefinition}
            />
            <TextField
              label={t('administration.registers.connection')}
              hint={t(
                register?.hasConnection === true
                  ? 'administration.registers.connection.known'
                  : 'administration.registers.connection.hint',
              )}
              type="password"
              autoComplete="off"
              value={connection}
              onText={setConnection}
            />
          </>
        )}
        {register === null && (
          <TextField label={t('administration.record.id')} value={id} onText={setId} maxLength={60} />
        )}
        <LocalisedField label={t('administration.field.name')} value={typed.name} onText={(name) => change({ name })} />
        <SelectField
          label={t('administration.registers.class')}
          value={typed.dataClass}
          options={DATA_CLASSES.map((value) => ({ value, label: t(`administration.registers.class.${value}`) }))}
          onChoose={(dataClass) => change({ dataClass })}
        />
        {activities.length > 0 && (
          <CheckList
            label={t('administration.registers.activities')}
            chosen={typed.activities}
            options={activities.map(({ id: value, name }) => ({ value, label: name[language] }))}
            onChoose={(chosen) => change({ activities: chosen })}
          />
        )}
        {register !== null && (
          <CheckList
            label={t('administration.users.state')}
            chosen={typed.retired ? ['retired'] : []}
            options={[{ value: 'retired', label: t('administration.registers.retired') }]}
            onChoose={(chosen) => change({ retired: chosen.length > 0 })}
          />
        )}
        {register !== null && register.changes.length > 0 && (
          <VersionList versions={register.changes} onTake={setTyped} />
        )}
        <div className={styles.actions}>
          <Button kind="primary" type="submit" busy={save.isPending}>
            {t('administration.save')}
          </Button>
          <Button onClick={onClose}>{t('administration.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
