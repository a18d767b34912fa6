import type { PageProps } from './page.js';
import { SecretCodePage } from './parts/secret-code-page.js';

export function UnlockPage({ frame, t, model }: PageProps<'unlock'>) {
  return (
    <SecretCodePage
      frame={frame}
      t={t}
      title={t('portal.unlock.title')}
      lead={t('portal.unlock.lead')}
      send={t('portal.unlock.send')}
      action={model.action}
      problems={model.problems}
    />
  );
}
