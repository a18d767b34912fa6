import { leastAdvanced } from '#domain/request/stages';
import { PORTAL_PATHS, type PortalPages } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { Layout } from './parts/layout.js';
import { ReasonLedger } from './parts/reason-ledger.js';
import { StatusNotices } from './parts/status-notices.js';
import { StatusRights } from './parts/status-rights.js';
import { StatusSummary } from './parts/status-summary.js';
import { Timeline } from './parts/timeline.js';

/** Answers are mailed with a link of their own: this page opens with the secret code alone, and that is not enough. */
const wasMailed = ({ rights }: PortalPages['status']): boolean =>
  rights.some(({ right, answeredOn }) => answeredOn !== null && right !== 'direct_marketing');

export function StatusPage({ frame, t, model }: PageProps<'status'>) {
  const title = t(model.closed ? 'portal.status.title_closed' : 'portal.status.title');
  const goesOn = !model.closed;
  return (
    <Layout frame={frame} t={t} title={title}>
      <h1>{title}</h1>
      <StatusNotices frame={frame} t={t} model={model} />
      <StatusSummary frame={frame} t={t} model={model} />
      {wasMailed(model) ? (
        <>
          <h2>{t('portal.status.answers')}</h2>
          <p>{t('portal.status.answer_mailed')}</p>
        </>
      ) : null}
      {goesOn ? (
        <>
          <h2>{t('portal.status.progress')}</h2>
          <Timeline
            frame={frame}
            t={t}
            stage={leastAdvanced(model.rights.map(({ stage }) => stage))}
            receivedOn={model.receivedOn}
            dueOn={model.dueOn}
          />
        </>
      ) : null}
      <h2>{t('portal.status.rights')}</h2>
      <StatusRights frame={frame} t={t} rights={model.rights} />
      {goesOn ? <ReasonLedger frame={frame} t={t} steps={model.steps} /> : null}
      {model.canWithdraw ? (
        <section className="on-screen">
          <h2>{t('portal.status.also')}</h2>
          <p>
            <a href={hrefTo(frame, PORTAL_PATHS.withdraw)}>{t('portal.status.withdraw')}</a>
          </p>
        </section>
      ) : null}
    </Layout>
  );
}
