import { json } from 'express';
import { SwaggerModule } from '@nestjs/swagger';
import { describeApi } from './openapi.js';
import { serveConsole } from './console-files.js';
import { ProblemFilter } from './problem.filter.js';
import { docsPolicy, noStore, securityHeaders } from './security.js';
import { lastAnswers } from '#contracts/last-answers';
import { ValidationPipe } from '#contracts/validation.pipe';
import type { NestExpressApplication } from '@nestjs/platform-express';

export interface ApiSetUp {
  /** The console's own address as browsers see it. */
  readonly consoleUrl: string;
  /** Folder of the built console. */
  readonly staticDir: string;
}

const LARGEST_BODY = '64kb';

/** A record of processing of a hundred activities in three languages. */
const LARGEST_SETTING = '1mb';

/** A file of ten million bytes as base64, with its name. */
const LARGEST_FILE = '13.5mb';
const FILE_ADDRESS = '/api/v1/requests/:reference/documents';

/** Everything between the network and the controllers of the staff API, for the program and for tests alike. */
export const setUpApi = (app: NestExpressApplication, { consoleUrl, staticDir }: ApiSetUp): void => {
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(lastAnswers(app.getHttpServer()));
  app.use(...securityHeaders(consoleUrl));
  app.use('/api', noStore);
  app.use('/api/docs', docsPolicy);
  serveConsole(app, staticDir);
  app.use('/api/v1/settings', json({ limit: LARGEST_SETTING, inflate: false }));
  app.use(FILE_ADDRESS, json({ limit: LARGEST_FILE, inflate: false }));
  app.useBodyParser('json', { limit: LARGEST_BODY, inflate: false });
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Artikla staff API',
  });
};
