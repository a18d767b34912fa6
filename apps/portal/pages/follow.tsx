import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { problemOf } from './problems.js';
import { Button } from './parts/button.js';
import { Field } from './parts/field.js';
import { Layout } from './parts/layout.js';

export function FollowPage({ frame, t, model: { values, problems } }: PageProps<'follow'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.follow.title')} back={PORTAL_PATHS.start} problems={problems}>
      <h1>{t('portal.follow.title')}</h1>
      <p className="lead">{t('portal.follow.lead')}</p>
      <form method="post" action={hrefTo(frame, PORTAL_PATHS.follow)} noValidate>
        <Field
          name="reference"
          label={t('portal.follow.reference')}
          problem={problemOf(t, problems, 'reference')}
          value={values.reference}
          autoComplete="off"
          code
        />
        <Field
          name="code"
          label={t('portal.code.secret')}
          problem={problemOf(t, problems, 'code')}
          autoComplete="off"
          code
        />
        <Button>{t('portal.follow.send')}</Button>
      </form>
      <p>{t('portal.code.lost')}</p>
    </Layout>
  );
}
