import type { PageProps } from './page.js';
import { problemOf } from './problems.js';
import { Button } from './parts/button.js';
import { Field } from './parts/field.js';
import { Layout } from './parts/layout.js';
import { Notice } from './parts/notice.js';

/** Says nothing about whom the code was sent for: whoever opens the link by chance learns nothing. */
export function VerifyPage({ frame, t, model }: PageProps<'verify'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.verify.title')} problems={model.problems}>
      {model.newCodeSent ? (
        <Notice status>
          <p>{t('portal.verify.new_code_sent')}</p>
        </Notice>
      ) : null}
      <h1>{t('portal.verify.title')}</h1>
      <p className="lead">{t('portal.verify.lead')}</p>
      <form method="post" action={model.action} noValidate>
        <Field
          name="code"
          label={t('portal.verify.code')}
          hint={t('portal.verify.code_hint')}
          problem={problemOf(t, model.problems, 'code')}
          autoComplete="one-time-code"
          inputMode="numeric"
          code
        />
        <Button>{t('portal.verify.send')}</Button>
      </form>
      <h2>{t('portal.verify.new_title')}</h2>
      <form method="post" action={model.newCodeAction}>
        <Button tone="secondary">{t('portal.verify.new_code')}</Button>
      </form>
      <h2>{t('portal.verify.not_me_title')}</h2>
      <p>
        <a href={model.notMeAction}>{t('portal.verify.not_me')}</a>
      </p>
    </Layout>
  );
}
