import { PORTAL_PATHS } from '#contracts/portal-pages';
import type { Language } from '#domain/language';
import type { PageProps } from './page.js';
import { Contact } from './parts/contact.js';
import { Layout } from './parts/layout.js';

/** Supervision of accessibility moved to Traficom on 1 January 2025 (government bill HE 71/2024). */
const SUPERVISION = {
  fi: 'https://www.saavutettavuusvaatimukset.fi/fi',
  sv: 'https://www.saavutettavuusvaatimukset.fi/sv',
  en: 'https://www.saavutettavuusvaatimukset.fi/en',
} as const satisfies Record<Language, string>;

export function AccessibilityPage({ frame, t }: PageProps<'accessibility'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.accessibility.title')} back={PORTAL_PATHS.start} indexed>
      <h1>{t('portal.accessibility.title')}</h1>
      <p className="lead">{t('portal.accessibility.lead', { controller: frame.controller.name })}</p>
      <h2>{t('portal.accessibility.state')}</h2>
      <p>{t('portal.accessibility.state_text')}</p>
      <h2>{t('portal.accessibility.tested')}</h2>
      <p>{t('portal.accessibility.tested_text')}</p>
      <h2>{t('portal.accessibility.feedback')}</h2>
      <p>{t('portal.accessibility.feedback_text')}</p>
      <Contact frame={frame} t={t} />
      <h2>{t('portal.accessibility.authority')}</h2>
      <p>{t('portal.accessibility.authority_text')}</p>
      <p>
        <a href={SUPERVISION[frame.language]}>{t('portal.accessibility.authority_link')}</a>
      </p>
    </Layout>
  );
}
