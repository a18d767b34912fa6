import type { Language } from '#domain/language';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type Surroundings } from '../page.js';
import { Contact } from './contact.js';

/** Where anyone may complain (GDPR art. 77); the office has the site in each language. */
const OMBUDSMAN = {
  fi: 'https://tietosuoja.fi/etusivu',
  sv: 'https://tietosuoja.fi/sv/hem',
  en: 'https://tietosuoja.fi/en/home',
} as const satisfies Record<Language, string>;

/** What every page owes the reader: no form may be forced, and somebody watches over us. */
export function Footer({ frame, t }: Surroundings) {
  return (
    <footer className="bottom">
      <div className="column">
        <section aria-labelledby="channels">
          <h2 id="channels">{t('portal.footer.channels')}</h2>
          <p>{t('portal.footer.channels_text')}</p>
          <Contact frame={frame} t={t} />
        </section>
        <nav aria-label={t('portal.footer.about')}>
          <ul>
            <li>
              <a href={hrefTo(frame, PORTAL_PATHS.accessibility)}>{t('portal.footer.accessibility')}</a>
            </li>
            <li>
              <a href={hrefTo(frame, PORTAL_PATHS.privacy)}>{t('portal.footer.privacy')}</a>
            </li>
            <li>
              <a href={OMBUDSMAN[frame.language]}>{t('portal.footer.complaint')}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
