import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { PortalFrame } from '#contracts/portal-pages';
import { lastAnswers } from '#contracts/last-answers';
import { ValidationPipe } from '#contracts/validation.pipe';
import { ASSETS } from './assets.js';
import { portalFrame } from './portal-frame.js';
import { ProblemFilter } from './problem.filter.js';
import { usePortalPages } from './render.js';
import { SameOriginGuard } from './same-origin.guard.js';
import { noStore, securityHeaders } from './security.js';

export interface PortalOptions {
  /** The portal's own address as browsers see it. */
  readonly portalUrl: string;
  readonly controller: () => Promise<PortalFrame['controller']>;
  /** IANA name of the controller's zone. */
  readonly timeZone: string;
}

/** The longest text of a request, 20 000 characters, takes 12 bytes each when all of it lies beyond the basic plane. */
const LARGEST_BODY = '256kb';

/** A year, in milliseconds: addresses of assets change with their content. */
const ASSET_AGE = 31_536_000_000;

/** Everything between the network and the controllers of the portal, for the program and for tests alike. */
export const setUpPortal = (app: NestExpressApplication, options: PortalOptions): void => {
  app.disable('x-powered-by');
  app.use(lastAnswers(app.getHttpServer()));
  app.use(...securityHeaders(options.portalUrl));
  app.useStaticAssets(fileURLToPath(ASSETS.folder), {
    prefix: ASSETS.path,
    index: false,
    redirect: false,
    immutable: true,
    maxAge: ASSET_AGE,
  });
  app.use(noStore, portalFrame(options.controller));
  app.useBodyParser('urlencoded', { limit: LARGEST_BODY, extended: false, parameterLimit: 100 });
  app.useBodyParser('json', { limit: LARGEST_BODY });
  usePortalPages(app);
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalGuards(new SameOriginGuard(options.portalUrl));
  app.useGlobalFilters(new ProblemFilter(options.timeZone));
};
