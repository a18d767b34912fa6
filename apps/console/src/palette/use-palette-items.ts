import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LANGUAGES, type Language } from '#domain/language';
import { call } from '../api/call.js';
import { SESSION_KEY } from '../api/keys.js';
import { handles } from '../app/handlers.js';
import { usePageTexts, useTexts } from '../app/texts.js';
import { VIEW_GROUPS } from '../queue/queue-views.js';
import { useStore } from '../live/store.js';
import { useSession } from '../session/session-context.js';
import { currentRequest } from './current-request.js';
import { paletteStore } from './palette-store.js';
import type { DialogCommandType, StaffCommandType } from '../request/request-context.js';

export interface PaletteItem {
  readonly id: string;
  readonly group: 'request' | 'open' | 'found' | 'go' | 'desk';
  readonly label: string;
  readonly hint?: string | undefined;
  /** Keys that do the same. */
  readonly keys?: string;
  /** Why it cannot be done now; it stays in sight, as everywhere. */
  readonly closed?: string | null;
  readonly run: () => void;
}

/** These have their fields on the page. */
const ON_PAGE: readonly StaffCommandType[] = [
  'addNote',
  'assign',
  'settleFinding',
  'writeMessage',
  'takeBackMessage',
  'recordMessage',
];

const isDialog = (command: string): command is DialogCommandType => !ON_PAGE.some((one) => one === command);

/** Commands of the request on screen, as the server permits them. */
const useRequestItems = (): readonly PaletteItem[] => {
  const { t, find } = useTexts();
  const current = useStore(currentRequest);
  if (current === null) return [];
  const { page, openDialog } = current;
  const tasks = page.rights.flatMap((right) => right.tasks);
  // What can be done comes first.
  const permits = page.permits.toSorted((one, other) => Number(other.open) - Number(one.open));
  return permits.flatMap(({ command, right, task: taskId, open, reason }) => {
    const label = find(`console.command.${command}`);
    if (label === null || !isDialog(command)) return [];
    const task = tasks.find(({ id }) => id === taskId);
    const parts = [right === null ? undefined : t(`common.right.${right}`), task?.registerName];
    const hint = parts.filter((part) => part !== undefined).join(', ');
    return {
      id: `${command} ${right ?? ''} ${taskId ?? ''}`,
      group: 'request',
      label,
      hint: hint === '' ? undefined : hint,
      closed: open ? null : (find(`console.reason.${reason}`) ?? t('console.problem.unknown')),
      run: () => openDialog({ type: command, ...(right !== null && { right }), ...(task !== undefined && { task }) }),
    } as const;
  });
};

const useGoItems = (): readonly PaletteItem[] => {
  const { t } = useTexts();
  const { t: say } = usePageTexts('palette');
  const { user } = useSession();
  const navigate = useNavigate();
  const views = VIEW_GROUPS.flatMap((group) => group.views).map((view) => ({
    id: `view ${view}`,
    group: 'go' as const,
    label: t(`console.view.${view}`),
    run: () => void navigate({ to: '/queue', search: { view } }),
  }));
  const register = {
    id: 'register',
    group: 'go' as const,
    label: say('palette.go.register'),
    keys: 'N',
    run: () => void navigate({ to: '/register' }),
  };
  return [
    ...views,
    ...(handles(user) ? [register] : []),
    {
      id: 'reports',
      group: 'go',
      label: say('palette.go.reports'),
      keys: 'G R',
      run: () => void navigate({ to: '/reports' }),
    },
    {
      id: 'limits',
      group: 'go',
      label: say('palette.go.limits'),
      keys: 'G S',
      run: () => void navigate({ to: '/settings/time-limits' }),
    },
  ];
};

const useDeskItems = (): readonly PaletteItem[] => {
  const { t } = useTexts();
  const { t: say } = usePageTexts('palette');
  const client = useQueryClient();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const speak = useMutation({
    mutationFn: (language: Language) => call('chooseLanguage', { body: { language } }),
    onSuccess: (session) => client.setQueryData(SESSION_KEY, session),
  });
  const signOut = useMutation({
    mutationFn: () => call('signOut', {}),
    // A fresh page: nothing that was read stays in memory.
    onSettled: () => window.location.assign('/'),
  });
  return [
    ...(['light', 'dark', 'auto'] as const).map((scheme) => ({
      id: `theme ${scheme}`,
      group: 'desk' as const,
      label: say(`palette.desk.${scheme}`),
      run: () => setColorScheme(scheme),
    })),
    ...LANGUAGES.map((language) => ({
      id: `language ${language}`,
      group: 'desk' as const,
      label: say('palette.desk.language', { language: t(`common.language.${language}`) }),
      run: () => speak.mutate(language),
    })),
    {
      id: 'shortcuts',
      group: 'desk',
      label: say('palette.desk.shortcuts'),
      keys: '?',
      run: () => paletteStore.set('shortcuts'),
    },
    { id: 'sign out', group: 'desk', label: say('palette.desk.signOut'), run: () => signOut.mutate() },
  ];
};

/** Everything that can be done from here. */
export const usePaletteItems = (): readonly PaletteItem[] => [...useRequestItems(), ...useGoItems(), ...useDeskItems()];
