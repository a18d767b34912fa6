import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { Button } from './parts/button.js';
import { Layout } from './parts/layout.js';
import { RightList } from './parts/right-list.js';
import { Step } from './parts/step.js';
import { SummaryList } from './parts/summary-list.js';

export function CheckPage({ frame, t, model }: PageProps<'check'>) {
  const given = (value: string) => (value === '' ? <span className="quiet">{t('portal.check.empty')}</span> : value);
  const change = (path: string, what: string) => (
    <a href={hrefTo(frame, path)}>
      {t('portal.check.change')}
      <span className="hidden"> {what}</span>
    </a>
  );
  return (
    <Layout frame={frame} t={t} title={t('portal.check.title')} back={PORTAL_PATHS.person}>
      <Step t={t} step={3} />
      <h1>{t('portal.check.title')}</h1>
      <div className="section-head">
        <h2>{t('portal.check.request')}</h2>
        {change(PORTAL_PATHS.rights, t('portal.check.change_request'))}
      </div>
      <SummaryList
        rows={[
          { label: t('portal.check.rights'), value: <RightList t={t} rights={model.rights} /> },
          { label: t('portal.check.words'), value: <span className="words">{given(model.words)}</span> },
        ]}
      />
      <div className="section-head">
        <h2>{t('portal.check.you')}</h2>
        {change(PORTAL_PATHS.person, t('portal.check.change_you'))}
      </div>
      <SummaryList
        rows={[
          { label: t('portal.person.name'), value: given(model.name) },
          { label: t('portal.person.email'), value: given(model.email) },
          { label: t('portal.person.phone'), value: given(model.phone) },
          { label: t('portal.person.customer_number'), value: given(model.customerNumber) },
        ]}
      />
      <form method="post" action={hrefTo(frame, PORTAL_PATHS.check)}>
        <p>{t('portal.check.declaration')}</p>
        <Button>{t('portal.check.send')}</Button>
      </form>
    </Layout>
  );
}
