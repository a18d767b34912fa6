import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { PortalFrame, PortalPageName, PortalPages } from '#contracts/portal-pages';
import { translatorFor } from '#texts/load-messages';
import type { PageProps } from './pages/page.js';
import { PAGES } from './pages/pages.js';

const isPage = (name: string): name is PortalPageName => Object.hasOwn(PAGES, name);

/** Draws one page as a whole document in the language of its frame. Everything in the model is escaped by React. */
export const renderPage = <Name extends PortalPageName>(
  name: Name,
  model: PortalPages[Name],
  frame: PortalFrame,
): string => {
  const page: FunctionComponent<PageProps<Name>> = PAGES[name];
  const t = translatorFor(frame.language);
  return `<!doctype html>${renderToStaticMarkup(createElement(page, { model, frame, t }))}`;
};

/** The model that a controller returned, laid by Express beside the frame that the middleware left in the locals. */
type ViewOptions = PortalPages[PortalPageName] & { readonly frame: PortalFrame };

/**
 * Stands where Express would look for a template file. The pages are modules of this program, so nothing is read
 * from disk and no name from outside can lead to a file.
 */
class PageView {
  readonly path: PortalPageName;

  constructor(name: string) {
    if (!isPage(name)) throw new Error(`there is no portal page ${name}`);
    this.path = name;
  }

  render({ frame, ...model }: ViewOptions, done: (error: unknown, html?: string) => void): void {
    let html: string;
    try {
      html = renderPage(this.path, model, frame);
    } catch (error) {
      done(error);
      return;
    }
    done(null, html);
  }
}

/** Makes `@Render('<page>')` and `response.render('<page>', model)` draw the pages of this folder. */
export const usePortalPages = (app: NestExpressApplication): void => {
  app.set('view', PageView);
};
