import type { Request, RequestHandler, Response } from 'express';
import { LANGUAGES, type Language } from '#domain/language';
import type { PortalFrame } from '#contracts/portal-pages';

/** Finnish where the browser asks for no language of ours. */
const DEFAULT_LANGUAGE: Language = 'fi';

const languageNamed = (name: string | false): Language | undefined => LANGUAGES.find((language) => language === name);

/** The language a browser would rather have, for addresses that name none. */
export const preferredLanguage = (request: Request): Language =>
  languageNamed(request.acceptsLanguages(...LANGUAGES)) ?? DEFAULT_LANGUAGE;

const frameFor = (controller: PortalFrame['controller'], request: Request): PortalFrame => {
  const [, first = '', ...rest] = request.path.split('/');
  // Routes ignore case, so an address typed in capitals reaches its page, too.
  const language = languageNamed(first.toLowerCase());
  return language === undefined
    ? { language: preferredLanguage(request), controller, path: '' }
    : { language, controller, path: rest.map((part) => `/${part}`).join('') };
};

/** Puts the frame of the page into the locals of the response, where every page and the problem filter find it. */
export const portalFrame =
  (controller: () => Promise<PortalFrame['controller']>): RequestHandler =>
  async (request, response, next) => {
    response.locals.frame = frameFor(await controller(), request);
    next();
  };

/** The frame that `portalFrame` prepared for this response. */
export const frameOf = (response: Response): PortalFrame => response.locals.frame as PortalFrame;
