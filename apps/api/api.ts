import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { ApiModule, type ApiOptions } from './api.module.js';
import { setUpApi } from './set-up.js';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Starts the staff API with the console's files on a port. `staticDir` is the folder of the built console. */
export const startApi = async (
  { staticDir, ...options }: ApiOptions & { readonly staticDir: string },
  port: number,
): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(options), {
    bufferLogs: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  setUpApi(app, { consoleUrl: options.addresses.consoleUrl, staticDir });
  await app.listen(port);
  return app;
};
