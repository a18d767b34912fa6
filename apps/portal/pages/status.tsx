import { leastAdvanced } from '#domain/request/stages';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { ButtonLink } from './parts/button.js';
import { Layout } from './parts/layout.js';
import { ReasonLedger } from './parts/reason-ledger.js';
import { StatusNotices } from './parts/status-notices.js';
import { StatusRights } from './parts/status-rights.js';
import { StatusSummary } from './parts/status-summary.js';
import { Timeline } from './parts/timeline.js';

const titleKey = ({ frozen, closed }: { readonly frozen: boolean; readonly closed: boolean }) => {
  if (frozen) return 'portal.status.title_frozen';
  return closed ? 'portal.status.title_closed' : 'portal.status.title';
};

export function StatusPage({ frame, t, model }: PageProps<'status'>) {
  const title = t(titleKey(model));
  const goesOn = !model.closed && !model.frozen;
  return (
    <Layout frame={frame} t={t} title={title}>
      <h1>{title}</h1>
      <StatusNotices frame={frame} t={t} model={model} />
      <StatusSummary frame={frame} t={t} model={model} />
      {model.answers.length === 0 ? null : (
        <>
          <h2>{t('portal.status.answers')}</h2>
          {model.answers.map(({ right, path }) => (
            <p key={path}>
              <ButtonLink href={hrefTo(frame, path)}>
                {t('portal.status.open_answer', { right: t(`common.right.${right}`) })}
              </ButtonLink>
            </p>
          ))}
        </>
      )}
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
        <>
          <h2>{t('portal.status.also')}</h2>
          <p>
            <a href={hrefTo(frame, PORTAL_PATHS.withdraw)}>{t('portal.status.withdraw')}</a>
          </p>
        </>
      ) : null}
    </Layout>
  );
}
