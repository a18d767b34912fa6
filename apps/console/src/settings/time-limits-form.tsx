import { useRef, useState, type FormEvent } from 'react';
import type { ClockSettingsPage } from '#contracts/clock-settings';
import { useSession } from '../session/session-context.js';
import { BeforeFields } from './before-fields.js';
import { ChangeList } from './change-list.js';
import { HolidayFields } from './holiday-fields.js';
import { LeaveGuard } from './leave-guard.js';
import { MessageFields } from './message-fields.js';
import { SaveBar } from './save-bar.js';
import { readSettings, valuesOf, type SettingsProblems, type SettingsValues } from './settings-values.js';
import { TargetFields } from './target-fields.js';
import { useSave } from './use-save.js';
import { WaitingFields } from './waiting-fields.js';
import type { SettingsFieldsProps } from './settings-fields-props.js';
import styles from './settings.module.css';

const isSame = (one: SettingsValues, other: SettingsValues): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was typed is kept, whoever changes the settings meanwhile, until it is saved or discarded. */
export const TimeLimitsForm = ({ page }: { page: ClockSettingsPage }) => {
  const { user } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<SettingsValues | null>(null);
  const [problems, setProblems] = useState<SettingsProblems>({});
  const stored = valuesOf(page.settings);
  const values = typed ?? stored;
  const changed = !isSame(values, stored);
  const discard = (): void => {
    setTyped(null);
    setProblems({});
  };
  const save = useSave(page.version, discard, setProblems);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readSettings(values);
    if (!('problems' in read)) {
      setProblems({});
      save.mutate(read);
      return;
    }
    setProblems(read.problems);
    // The fields say what is wrong once this is drawn; the first of them is where to begin.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const mayChange = user.role === 'administrator';
  const fields: SettingsFieldsProps = {
    values,
    problems,
    change: (part) => setTyped({ ...values, ...part }),
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      <fieldset disabled={!mayChange} className={styles.fields}>
        <HolidayFields {...fields} policies={page.policies} />
        <TargetFields {...fields} />
        <BeforeFields {...fields} />
        <WaitingFields {...fields} />
        <MessageFields {...fields} />
      </fieldset>
      {page.changes.length > 0 && <ChangeList changes={page.changes} />}
      <SaveBar
        mayChange={mayChange}
        changed={changed}
        busy={save.isPending}
        saved={save.isSuccess}
        error={save.error}
        problems={Object.keys(problems).length}
        last={page.changes[0]}
        onDiscard={discard}
      />
      <LeaveGuard active={changed && !save.isPending} />
    </form>
  );
};
