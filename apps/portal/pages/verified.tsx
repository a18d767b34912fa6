import type { PageProps } from './page.js';
import { MessagePage } from './parts/message-page.js';

export function VerifiedPage({ frame, t }: PageProps<'verified'>) {
  return <MessagePage frame={frame} t={t} title={t('portal.verified.title')} text={t('portal.verified.text')} />;
}
