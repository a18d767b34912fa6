import { RIGHTS } from '#domain/law/rights';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { formatDate } from '#texts/dates';
import { hrefTo, type PageProps } from './page.js';
import { Activity } from './parts/activity.js';
import { ButtonLink } from './parts/button.js';
import { Layout } from './parts/layout.js';
import { RightList } from './parts/right-list.js';
import { SummaryList } from './parts/summary-list.js';

/** The controller's record of processing, told to the people it is about (GDPR arts. 13 and 14). */
export function PrivacyPage({ frame, t, model: { record, contact } }: PageProps<'privacy'>) {
  const { controller, activities, automatedDecisions, protection, updatedOn } = record;
  const { street, postalCode, city } = controller.address;
  return (
    <Layout frame={frame} t={t} title={t('portal.privacy.title')} back={PORTAL_PATHS.start} indexed>
      <h1>{t('portal.privacy.title')}</h1>
      <p className="lead">{t('portal.privacy.lead', { controller: controller.name })}</p>
      <p>{t('portal.privacy.updated', { date: formatDate(updatedOn, frame.language, 'numeric') })}</p>
      <h2>{t('portal.privacy.controller')}</h2>
      <SummaryList
        rows={[
          { label: t('portal.privacy.name'), value: controller.name },
          { label: t('portal.privacy.business_id'), value: controller.businessId },
          { label: t('portal.footer.post'), value: `${street}, ${postalCode} ${city}` },
          { label: t('portal.footer.email'), value: controller.email },
          { label: t('portal.footer.phone'), value: controller.phone },
          { label: t('portal.privacy.contact'), value: contact },
        ]}
      />
      {activities.map((activity) => (
        <Activity key={activity.id} t={t} language={frame.language} activity={activity} />
      ))}
      {automatedDecisions === null ? null : (
        <>
          <h2>{t('portal.privacy.automated')}</h2>
          <p>{automatedDecisions[frame.language]}</p>
        </>
      )}
      {protection === null ? null : (
        <>
          <h2>{t('portal.privacy.protection')}</h2>
          <p>{protection[frame.language]}</p>
        </>
      )}
      <h2>{t('portal.privacy.rights')}</h2>
      <p>{t('portal.privacy.rights_text')}</p>
      <RightList t={t} rights={RIGHTS} />
      <p>
        <ButtonLink href={hrefTo(frame, PORTAL_PATHS.rights)}>{t('portal.start.begin')}</ButtonLink>
      </p>
      <p>{t('portal.privacy.complaint')}</p>
      <h2>{t('portal.privacy.service')}</h2>
      <p>{t('portal.privacy.service_text')}</p>
    </Layout>
  );
}
