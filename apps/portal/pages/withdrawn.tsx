import type { PageProps } from './page.js';
import { MessagePage } from './parts/message-page.js';

export function WithdrawnPage({ frame, t, model }: PageProps<'withdrawn'>) {
  return (
    <MessagePage
      frame={frame}
      t={t}
      title={t('portal.withdrawn.title')}
      text={t('portal.withdrawn.text', { reference: model.reference })}
    />
  );
}
