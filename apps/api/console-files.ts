import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, RequestHandler } from 'express';

/** A year, in milliseconds: the names of built files change with their content. */
const ASSET_AGE = 31_536_000_000;

/** Addresses that are the server's own, and hidden files, which nobody serves; every other one is a page of the console. */
const NO_PAGE = /^\/(api|health|metrics|calendar|assets|\.[^/]*)(\/|$)/i;

const isPage = (request: Request): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !NO_PAGE.test(request.path) &&
  Boolean(request.accepts('html'));

/** Serves the built console: its files as they are, its one page for every address that the browser finds its way in. */
export const serveConsole = (app: NestExpressApplication, folder: string): void => {
  app.useStaticAssets(join(folder, 'assets'), {
    prefix: '/assets',
    index: false,
    redirect: false,
    immutable: true,
    maxAge: ASSET_AGE,
  });
  app.useStaticAssets(folder, { index: false, redirect: false });
  app.use(((request, response, next) => {
    if (!isPage(request)) return next();
    response.set('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: folder, cacheControl: false }, (error?: Error) => {
      if (error !== undefined) next();
    });
  }) satisfies RequestHandler);
};
