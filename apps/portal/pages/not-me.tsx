import type { PageProps } from './page.js';
import { Button } from './parts/button.js';
import { Layout } from './parts/layout.js';

export function NotMePage({ frame, t, model }: PageProps<'not-me'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.not_me.title')} back={frame.path.replace(/\/not-me$/u, '')}>
      <h1>{t('portal.not_me.title')}</h1>
      <p className="lead">{t('portal.not_me.lead')}</p>
      <p>{t('portal.not_me.what')}</p>
      <form method="post" action={model.action}>
        <Button tone="warning">{t('portal.not_me.send')}</Button>
      </form>
    </Layout>
  );
}
