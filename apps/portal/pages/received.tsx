import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { Day } from './parts/day.js';
import { Layout } from './parts/layout.js';
import { ReasonLedger } from './parts/reason-ledger.js';
import { RightList } from './parts/right-list.js';
import { SummaryList } from './parts/summary-list.js';

/** The receipt. The secret code stands here and nowhere else, so it is made to be written down or printed. */
export function ReceivedPage({ frame, t, model }: PageProps<'received'>) {
  const { language } = frame;
  return (
    <Layout frame={frame} t={t} title={t('portal.received.title')}>
      <h1>{t('portal.received.title')}</h1>
      <p className="lead">{t('portal.received.clock')}</p>
      <section className="secret" aria-labelledby="secret">
        <h2 id="secret">{t('portal.received.code')}</h2>
        <p className="secret-code" translate="no">
          {model.secretCode}
        </p>
        <p>
          <strong>{t('portal.received.code_text')}</strong>
        </p>
        <p>{t('portal.received.code_never')}</p>
      </section>
      <SummaryList
        rows={[
          {
            label: t('portal.received.reference'),
            value: (
              <strong className="code" translate="no">
                {model.reference}
              </strong>
            ),
          },
          {
            label: t('portal.received.received_on'),
            value: <Day date={model.receivedOn} language={language} style="sentence" />,
          },
          {
            label: t('portal.received.due_on'),
            value:
              model.dueOn === null ? (
                t('portal.received.no_date')
              ) : (
                <strong>
                  <Day date={model.dueOn} language={language} style="sentence" />
                </strong>
              ),
          },
          { label: t('portal.received.rights'), value: <RightList t={t} rights={model.rights} /> },
        ]}
      />
      <ReasonLedger frame={frame} t={t} steps={model.steps} />
      <h2>{t('portal.received.next')}</h2>
      <ol className="next-steps">
        <li>{model.mailed ? t('portal.received.next_mail') : t('portal.received.next_no_mail')}</li>
        <li>{t('portal.received.next_identity')}</li>
        <li>{t('portal.received.next_answer')}</li>
      </ol>
      <p>
        <a href={hrefTo(frame, PORTAL_PATHS.follow)}>{t('portal.received.follow')}</a>
      </p>
    </Layout>
  );
}
