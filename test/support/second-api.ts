import { NestFactory } from '@nestjs/core';
import { ApiModule } from '#apps/api/api.module';
import { setUpApi } from '#apps/api/set-up';
import { Addresses } from '#contracts/addresses';
import { FINLAND } from './desk.js';
import { CONSOLE_URL, type StaffDesk } from './staff.js';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Another api on the database of a staff desk, with connections and memory of its own, as a second process has. */
export const openSecondApi = async ({ desk, storageDir }: StaffDesk): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.forRoot({
      addresses: new Addresses(CONSOLE_URL, 'http://localhost:3001'),
      databaseUrl: desk.url,
      keyring: desk.keyring,
      calendars: FINLAND,
      storageDir,
      logLevel: 'silent',
    }),
    { bodyParser: false, logger: false },
  );
  setUpApi(app, { consoleUrl: CONSOLE_URL, staticDir: storageDir });
  return app;
};
