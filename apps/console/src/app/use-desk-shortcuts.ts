import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useSingleKeys } from '../keyboard/use-single-keys.js';
import { paletteStore } from '../palette/palette-store.js';
import { useSession } from '../session/session-context.js';
import { handles } from './handlers.js';

/** The page's own field for searching, else where everything is found. */
const search = (): void => {
  const field = document.querySelector<HTMLElement>('main [type="search"], main [data-search]');
  if (field === null) paletteStore.set('palette');
  else field.focus();
};

/** Keys that work everywhere. */
export const useDeskShortcuts = (): void => {
  const navigate = useNavigate();
  const { user } = useSession();
  const register = handles(user) ? () => void navigate({ to: '/register' }) : null;
  useHotkeys([['mod+K', () => paletteStore.set(paletteStore.get() === 'palette' ? null : 'palette')]], []);
  useSingleKeys({
    '/': search,
    '?': () => paletteStore.set('shortcuts'),
    'g q': () => void navigate({ to: '/queue' }),
    'g m': () => void navigate({ to: '/queue', search: { view: 'mine' } }),
    'g r': () => void navigate({ to: '/reports' }),
    'g s': () => void navigate({ to: '/settings/time-limits' }),
    ...(register !== null && { n: register }),
  });
};
