import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { MessagePage } from './parts/message-page.js';

export function LinkEndedPage({ frame, t }: PageProps<'link-ended'>) {
  return (
    <MessagePage frame={frame} t={t} title={t('portal.link_ended.title')} text={t('portal.link_ended.text')}>
      <p>
        <a href={hrefTo(frame, PORTAL_PATHS.follow)}>{t('portal.follow.title')}</a>
      </p>
    </MessagePage>
  );
}
