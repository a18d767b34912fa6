import type { PageProps } from './page.js';
import { MessagePage } from './parts/message-page.js';

export function ConfirmedPage({ frame, t }: PageProps<'confirmed'>) {
  return <MessagePage frame={frame} t={t} title={t('portal.confirmed.title')} text={t('portal.confirmed.text')} />;
}
