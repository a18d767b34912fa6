import { lazy, Suspense, useEffect } from 'react';
import { useStore } from '../live/store.js';
import { paletteStore } from './palette-store.js';

const loadPalette = () => import('./palette.js');

const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.js')).ShortcutList }));

/** Long enough for the first page to be there. */
const AFTER_MS = 3_000;

/** Fetched once the first page is there, so that it weighs on nothing and is at hand when it is asked for. */
export const PaletteHost = () => {
  const open = useStore(paletteStore);
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (open === null) return null;
  return <Suspense>{open === 'palette' ? <Palette /> : <ShortcutList />}</Suspense>;
};
