import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { ButtonLink } from './parts/button.js';
import { Layout } from './parts/layout.js';

const BEFORE = ['time', 'name', 'proof', 'paper', 'other'] as const;

export function StartPage({ frame, t, model: { intro } }: PageProps<'start'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.start.title')} indexed isStart>
      <h1>{t('portal.start.title')}</h1>
      <p className="lead">{t('portal.start.lead')}</p>
      {intro === null ? null : <p>{intro[frame.language]}</p>}
      <p className="actions">
        <ButtonLink href={hrefTo(frame, PORTAL_PATHS.rights)}>{t('portal.start.begin')}</ButtonLink>
        <a href={hrefTo(frame, PORTAL_PATHS.follow)}>{t('portal.start.follow')}</a>
      </p>
      <h2>{t('portal.start.before')}</h2>
      <ul>
        {BEFORE.map((item) => (
          <li key={item}>{t(`portal.start.before_${item}`)}</li>
        ))}
      </ul>
      <h2>{t('portal.start.answer')}</h2>
      <p>{t('portal.start.answer_text')}</p>
    </Layout>
  );
}
