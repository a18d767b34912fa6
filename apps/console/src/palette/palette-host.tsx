import { lazy, Suspense } from 'react';
import { useStore } from '../live/store.js';
import { paletteStore } from './palette-store.js';

const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.js')).ShortcutList }));

/** Fetched when it is first asked for, so that it does not weigh on the first page. */
export const PaletteHost = () => {
  const open = useStore(paletteStore);
  if (open === null) return null;
  return <Suspense>{open === 'palette' ? <Palette /> : <ShortcutList />}</Suspense>;
};
