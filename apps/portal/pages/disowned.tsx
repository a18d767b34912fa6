import type { PageProps } from './page.js';
import { MessagePage } from './parts/message-page.js';

export function DisownedPage({ frame, t }: PageProps<'disowned'>) {
  return <MessagePage frame={frame} t={t} title={t('portal.disowned.title')} text={t('portal.disowned.text')} />;
}
