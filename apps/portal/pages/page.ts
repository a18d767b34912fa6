import type { PortalFrame, PortalPageName, PortalPages } from '#contracts/portal-pages';
import type { Translate } from '#texts/translator';

/** What surrounds the content of every page: who answers, in which language, and the words of that language. */
export interface Surroundings {
  readonly frame: PortalFrame;
  readonly t: Translate;
}

/** What a page is drawn from. */
export interface PageProps<Name extends PortalPageName> extends Surroundings {
  readonly model: PortalPages[Name];
}

/** The address of another page of the portal in the language of this one; `path` is one of `PORTAL_PATHS`. */
export const hrefTo = (frame: PortalFrame, path: string): string => `/${frame.language}${path}`;
