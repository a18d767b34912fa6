import { SwaggerModule } from '@nestjs/swagger';
import { describeApi } from './openapi.js';
import { serveConsole } from './console-files.js';
import { ProblemFilter } from './problem.filter.js';
import { docsPolicy, noStore, securityHeaders } from './security.js';
import { lastAnswers } from '#contracts/last-answers';
import { ValidationPipe } from '#contracts/validation.pipe';
import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

export interface ApiSetUp {
  /** The console's own address as browsers see it. */
  readonly consoleUrl: string;
  /** Folder of the built console. */
  readonly staticDir: string;
}

interface BodyRule {
  readonly limit: string;
  /** Calls that may be so large; the first rule that fits takes the body. */
  readonly address: RegExp;
}

const BODIES: readonly BodyRule[] = [
  // A file of ten million bytes as base64, with its name.
  { limit: '13.5mb', address: /^\/api\/v1\/requests\/[^/?]+\/documents\/?$/i },
  // A record of processing of a hundred activities in three languages.
  { limit: '1mb', address: /^\/api\/v1\/settings\//i },
  { limit: '64kb', address: /^/ },
];

const isJson = ({ headers }: IncomingMessage): boolean =>
  headers['content-type']?.toLowerCase().startsWith('application/json') === true;

/** Everything between the network and the controllers of the staff API, for the program and for tests alike. */
export const setUpApi = (app: NestExpressApplication, { consoleUrl, staticDir }: ApiSetUp): void => {
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(lastAnswers(app.getHttpServer()));
  app.use(...securityHeaders(consoleUrl));
  app.use('/api', noStore);
  app.use('/api/docs', docsPolicy);
  serveConsole(app, staticDir);
  for (const { limit, address } of BODIES) {
    const type = (request: IncomingMessage): boolean => isJson(request) && address.test(request.url ?? '');
    app.useBodyParser('json', { limit, inflate: false, type });
  }
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Artikla staff API',
  });
};
