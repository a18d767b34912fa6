import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts.js';
import { Button } from './button.js';

/** A button that copies a text too long to be shown beside it. */
export const CopyButton = ({ value, children }: { value: string; children: ReactNode }) => {
  const { t } = useTexts();
  const { copied, copy } = useClipboard({ timeout: 2000 });
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <>
      <Button size="xs" icon={<Icon aria-hidden size={16} />} onClick={() => copy(value)}>
        {children}
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? t('console.ui.copied') : ''}
      </span>
    </>
  );
};
