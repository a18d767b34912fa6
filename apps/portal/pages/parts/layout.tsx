import type { ReactNode } from 'react';
import { PORTAL_PATHS, type FieldProblem } from '#contracts/portal-pages';
import { FAVICON, STYLE_SHEETS } from '../../assets.js';
import { hrefTo, type Surroundings } from '../page.js';
import { ErrorSummary } from './error-summary.js';
import { Footer } from './footer.js';
import { Header } from './header.js';

interface LayoutProps extends Surroundings {
  /** The question or news of the page, as in its h1; the controller's name is added for the browser's title. */
  readonly title: string;
  /** Where the Back link leads, a path below the language; none where there is nothing to go back to. */
  readonly back?: string;
  readonly problems?: readonly FieldProblem[];
  /** Search engines may list the page. Off unless said: most pages belong to one person. */
  readonly indexed?: boolean;
  /** The start page needs no way to itself. */
  readonly isStart?: boolean;
  readonly children: ReactNode;
}

/** The page around the content: head, header with languages, Back, error summary, footer. */
export function Layout({
  frame,
  t,
  title,
  back,
  problems = [],
  indexed = false,
  isStart = false,
  children,
}: LayoutProps) {
  const heading = problems.length > 0 ? t('portal.frame.error_title', { title }) : title;
  return (
    <html lang={frame.language}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${heading} – ${frame.controller.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Phones would turn references and codes into links to call. */}
        <meta name="format-detection" content="telephone=no" />
        {indexed ? null : <meta name="robots" content="noindex" />}
        <link rel="icon" type="image/svg+xml" href={FAVICON} />
        {STYLE_SHEETS.map((address) => (
          <link key={address} rel="stylesheet" href={address} />
        ))}
      </head>
      <body>
        <a className="skip" href="#main">
          {t('portal.frame.skip')}
        </a>
        <Header frame={frame} t={t} />
        <main id="main" tabIndex={-1}>
          {back === undefined ? null : (
            <a className="back" href={hrefTo(frame, back)}>
              {t('portal.frame.back')}
            </a>
          )}
          <ErrorSummary t={t} problems={problems} />
          {children}
          {back === undefined && !isStart ? (
            <p className="home">
              <a href={hrefTo(frame, PORTAL_PATHS.start)}>{t('portal.frame.start')}</a>
            </p>
          ) : null}
        </main>
        <Footer frame={frame} t={t} />
      </body>
    </html>
  );
}
