import type { PageProps } from './page.js';
import { SecretCodePage } from './parts/secret-code-page.js';

export function ConfirmPage({ frame, t, model }: PageProps<'confirm'>) {
  return (
    <SecretCodePage
      frame={frame}
      t={t}
      title={t('portal.confirm.title')}
      lead={t('portal.confirm.lead')}
      send={t('portal.confirm.send')}
      action={model.action}
      problems={model.problems}
    />
  );
}
