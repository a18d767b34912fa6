import type { RequestHandler } from 'express';
import { LANGUAGES } from '#domain/language';
import { translatorFor } from '#texts/load-messages';
import type { Organisation } from '#persistence/organisation';

const WORDS = LANGUAGES.map((language) => translatorFor(language)('setup.portal.closed')).join('\n\n');

/** Nobody can be asked for answers by an organisation without a name: until it has one, the portal says so. */
export const beforeOpening =
  (organisation: Organisation): RequestHandler =>
  async (request, response, next) => {
    const { name } = await organisation.controller();
    if (name !== '' || request.path.startsWith('/health/')) return next();
    response.status(503).type('text/plain').set('Cache-Control', 'no-store').send(`${WORDS}\n`);
  };
