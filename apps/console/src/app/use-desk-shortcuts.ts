import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../session/session-context.js';
import { handles } from './handlers.js';

/** Keys that work everywhere but in fields and dialogs. */
export const useDeskShortcuts = (): void => {
  const navigate = useNavigate();
  const { user } = useSession();
  const unlessInDialog = (act: () => void) => (): void => {
    if (document.querySelector('[role="dialog"]') === null) act();
  };
  useHotkeys(handles(user) ? [['n', unlessInDialog(() => void navigate({ to: '/register' }))]] : []);
};
