import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { Button } from './parts/button.js';
import { Layout } from './parts/layout.js';

export function WithdrawPage({ frame, t, model }: PageProps<'withdraw'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.withdraw.title')} back={PORTAL_PATHS.status}>
      <h1>{t('portal.withdraw.title')}</h1>
      <p className="lead">{t('portal.withdraw.text', { reference: model.reference })}</p>
      <form className="actions" method="post" action={hrefTo(frame, PORTAL_PATHS.withdraw)}>
        <Button tone="warning">{t('portal.withdraw.send')}</Button>
        <a href={hrefTo(frame, PORTAL_PATHS.status)}>{t('portal.withdraw.keep')}</a>
      </form>
    </Layout>
  );
}
