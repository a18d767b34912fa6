import { IconColumns3 } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTexts } from '../../app/texts.js';
import { IconButton } from '../../ui/icon-button.js';
import { Popup } from '../../ui/popup.js';

const LookPanel = lazy(async () => ({ default: (await import('./look-panel.js')).LookPanel }));

export const LookButton = () => {
  const { t } = useTexts();
  return (
    <Popup
      label={t('queue.look')}
      width={320}
      target={(opener) => (
        <IconButton label={t('queue.look')} {...opener}>
          <IconColumns3 aria-hidden size={20} stroke={1.7} />
        </IconButton>
      )}
    >
      <Suspense fallback={null}>
        <LookPanel />
      </Suspense>
    </Popup>
  );
};
