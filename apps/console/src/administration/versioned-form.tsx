import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { useSession } from '../session/session-context.js';
import { LeaveGuard } from '../settings/leave-guard.js';
import { SaveBar } from '../settings/save-bar.js';
import { SETTINGS_KEY } from './keys.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import { VersionList, type Version } from './version-list.js';
import styles from '../settings/settings.module.css';

export interface FormParts<Content> {
  readonly values: Content;
  readonly change: (part: Partial<Content>) => void;
  /** What the server said of a field, by its path; null while nothing is wrong. */
  readonly problemOf: (path: string) => string | null;
}

interface VersionedFormProps<Content> {
  readonly page: { readonly version: number; readonly content: Content; readonly changes: readonly Version<Content>[] };
  readonly save: (content: Content, version: number) => Promise<unknown>;
  readonly words: (message: string) => string;
  readonly children: (parts: FormParts<Content>) => ReactNode;
}

/** The form is longer than the window: where to begin is brought into sight. */
const showFirstProblem = (form: HTMLFormElement | null): void => {
  const first = form?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]');
  first?.scrollIntoView({ block: 'center' });
  first?.focus({ preventScroll: true });
};

/** A part of the settings with its earlier versions. What was typed stays until it is saved or discarded. */
export const VersionedForm = <Content extends object>({ page, save, words, children }: VersionedFormProps<Content>) => {
  const { t } = useAdministrationTexts();
  const { user } = useSession();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Content | null>(null);
  const values = typed ?? page.content;
  const changed = JSON.stringify(values) !== JSON.stringify(page.content);
  const saving = useMutation({
    mutationFn: () => save(values, page.version),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: SETTINGS_KEY });
      setTyped(null);
    },
    onError: (error) => {
      requestAnimationFrame(() => showFirstProblem(form.current));
      if (error instanceof ApiProblem && error.isOutdated) void client.invalidateQueries({ queryKey: SETTINGS_KEY });
    },
  });
  const problems = saving.error instanceof ApiProblem ? saving.error.errors : [];
  const mayChange = user.role === 'administrator';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  const problemOf = (path: string): string | null => {
    const found = problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
    return found === undefined ? null : words(found.message);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={styles.form}>
      <fieldset disabled={!mayChange} className={styles.fields}>
        {children({ values, change: (part) => setTyped({ ...values, ...part }), problemOf })}
      </fieldset>
      {page.changes.length > 0 && <VersionList versions={page.changes} onTake={mayChange ? setTyped : null} />}
      <SaveBar
        mayChange={mayChange}
        changed={changed}
        busy={saving.isPending}
        saved={saving.isSuccess}
        savedWords={t('administration.saved')}
        error={saving.error}
        problems={problems.length}
        last={page.changes.find(({ by }) => by !== null)}
        onDiscard={() => {
          setTyped(null);
          saving.reset();
        }}
      />
      <LeaveGuard active={changed && !saving.isPending} />
    </form>
  );
};
