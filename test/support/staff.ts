import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import supertest from 'supertest';
import { ApiModule } from '#apps/api/api.module';
import { setUpApi } from '#apps/api/set-up';
import { Addresses } from '#contracts/addresses';
import { STAFF_ROLES, type StaffRole } from '#domain/request/actor';
import { Sessions } from '#features/accounts/sessions';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { CONTROLLER_ID, FINLAND, openDesk } from './desk.js';
import { REGISTERS } from './registers.js';
import type { MailTransport } from '#letters/mail-transport';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DeskCalendars } from '#persistence/injection';
import type { RequestPage } from '#contracts/request-page';
import type { Problem } from '#contracts/wire';

/** The desk's date in these tests, a Monday, whatever the day on which they run. */
export const TODAY = Temporal.PlainDate.from('2026-11-23');

export const CONSOLE_URL = 'http://localhost:3000';

/** Somebody signed in: sends what the console sends. */
export type Staff = Awaited<ReturnType<typeof openStaffDesk>>['officer'];

/** What a refused call was answered: its status and the code of its problem. */
export const refusalOf = ({ status, body }: { readonly status: number; readonly body: unknown }) => ({
  status,
  code: (body as Partial<Problem>).code,
});

/** The staff API on a database of its own, with one member of staff per role, signed in. */
export const openStaffDesk = async (
  consoleUrl = CONSOLE_URL,
  calendars: DeskCalendars = FINLAND,
  transport: MailTransport | null = null,
) => {
  const desk = await openDesk(calendars);
  for (const [position, { id, dataClass, capabilities }] of REGISTERS.entries()) {
    await desk.database.query(
      `insert into register (id, controller_id, position, name, data_class, capabilities, activities, definition)
       values ($1, $2, $3, $4, $5, $6, '{}', '{}')`,
      [id, CONTROLLER_ID, position, { fi: `${id} fi`, sv: `${id} sv`, en: `${id} en` }, dataClass, capabilities],
    );
  }
  await desk.database.query('update artikla.time_shift set shift = $1::timestamptz - statement_timestamp()', [
    `${TODAY.toString()}T10:00:00Z`,
  ]);
  const addresses = new Addresses(consoleUrl, 'http://localhost:3001');
  const storageDir = join(tmpdir(), `artikla-files-${crypto.randomUUID()}`);
  const app = await NestFactory.create<NestExpressApplication>(
    ApiModule.forRoot({
      addresses,
      databaseUrl: desk.url,
      keyring: desk.keyring,
      calendars,
      storageDir,
      transport,
      logLevel: 'silent',
    }),
    { bodyParser: false, logger: false, abortOnError: false },
  );
  setUpApi(app, { consoleUrl, staticDir: storageDir });
  await app.init();
  const sessions = new Sessions(desk.database);
  const accounts = new StaffAccounts(desk.database, sessions);
  const server = app.getHttpServer();
  const cookieName = addresses.cookie('console', 'sid').name;

  /** Calls of a browser with this cookie, from the console's own pages. */
  const browser = (token: string | null) => {
    const send = (method: 'get' | 'post' | 'put' | 'delete', path: string) => {
      const call = supertest(server)[method](path).set('Origin', consoleUrl).set('Content-Type', 'application/json');
      return token === null ? call : call.set('Cookie', `${cookieName}=${token}`);
    };
    return {
      get: (path: string) => send('get', path),
      post: (path: string, body: object = {}) => send('post', path).send(body),
      /** A body as it stands on the wire. */
      postText: (path: string, body: string) => send('post', path).send(body),
      /** Against a version of what is changed. */
      put: (path: string, body: object, version = '0') => send('put', path).set('If-Match', version).send(body),
      delete: (path: string) => send('delete', path),
      page: async (reference: string): Promise<RequestPage> =>
        (await send('get', `/api/v1/requests/${reference}`)).body as RequestPage,
      /** Gives a command against the version that the page has now. */
      give: async (reference: string, command: object) => {
        const seen = (await send('get', `/api/v1/requests/${reference}`)).body as RequestPage;
        return send('post', `/api/v1/requests/${reference}/commands`)
          .set('If-Match', String(seen.version))
          .send(command);
      },
    };
  };

  const signIn = async (role: StaffRole, name: string = role) => {
    const email = `${name}@example.com`;
    await accounts.invite({ email, name: `Testi ${name}`, role, language: 'en' });
    const [row] = await desk.database.query<{ id: string }>('select id from staff_user where email = $1', [email]);
    const id = row?.id ?? '';
    const token = await sessions.begin(id);
    return { id, email, token, role, ...browser(token) };
  };

  const [officer, approver, auditor, administrator] = await Promise.all(STAFF_ROLES.map((role) => signIn(role)));
  if (!officer || !approver || !auditor || !administrator) throw new Error('a role without its test person');
  return {
    desk,
    app,
    server,
    accounts,
    sessions,
    cookieName,
    storageDir,
    nobody: browser(null),
    browser,
    signIn,
    officer,
    approver,
    auditor,
    administrator,
    close: async () => {
      await app.close();
      await desk.close();
      await rm(storageDir, { recursive: true, force: true });
    },
  };
};

export type StaffDesk = Awaited<ReturnType<typeof openStaffDesk>>;
