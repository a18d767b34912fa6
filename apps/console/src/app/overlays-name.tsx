import { useEffect } from 'react';
import { useTexts } from './texts.js';

/** Pop-ups stand outside the page's landmarks; this makes the place they open in one, named in the reader's language. */
export const OverlaysName = () => {
  const { t } = useTexts();
  const name = t('console.shell.overlays');
  useEffect(() => {
    const overlays = document.getElementById('overlays');
    overlays?.setAttribute('role', 'region');
    overlays?.setAttribute('aria-label', name);
  }, [name]);
  return null;
};
