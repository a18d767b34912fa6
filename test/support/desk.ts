import { randomBytes } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { createWorkingCalendar } from '#calendars/working-calendar';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { DeskClock } from '#persistence/desk-clock';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { ormOptions } from '#persistence/orm';
import { newReference } from '#persistence/tokens';
import { createTestDatabase } from '#test/support/database';
import { REGISTERS } from '#test/support/registers';
import type { DeskCalendars } from '#persistence/injection';
import type { Right } from '#domain/law/rights';

export const CONTROLLER_ID = '01900000-0000-7000-8000-000000000001';

const finland = createWorkingCalendar({ country: 'FI', policy: 'strict', overrides: [] });

/** Finland everywhere, under the one policy there is. */
export const FINLAND = { of: () => finland, policiesOf: () => ['strict'] };

/** The ledger on a database of its own, with a controller in it. `secret` is what ARTIKLA_KEY holds. */
export const openDesk = async (calendars: DeskCalendars = FINLAND, secret = randomBytes(32)) => {
  const test = await createTestDatabase();
  const orm = await MikroORM.init(ormOptions(test.url));
  const database = new Database(await orm.em.getConnection().getNativeClient());
  const keyring = new Keyring(secret);
  const ledger = new Ledger(database, keyring, calendars);
  await database.query(
    `insert into controller (id, name, country, time_zone, regime, languages, profile, sender, record_of_processing)
     values ($1, 'Esimerkki', 'FI', 'Europe/Helsinki', 'EU_GDPR', '{fi,sv,en}', '{}', 'tietosuoja@esimerkki.example', '{"gaps": [], "activities": []}')`,
    [CONTROLLER_ID],
  );
  return {
    url: test.url,
    orm,
    database,
    keyring,
    ledger,
    time: new DatabaseTime(database),
    clock: new DeskClock(database, calendars),
    close: async () => {
      await orm.close(true);
      await test.drop();
    },
  };
};

export type TestDesk = Awaited<ReturnType<typeof openDesk>>;

/** Files a request as the portal does. */
export const fileRequest = (
  desk: TestDesk,
  rights: readonly Right[],
  registers = REGISTERS,
  regime = 'EU_GDPR',
  { controllerId, country } = { controllerId: CONTROLLER_ID, country: 'FI' },
) =>
  desk.ledger.open({
    controllerId,
    actor: { kind: 'person' },
    secretHash: desk.keyring.codeHash('secret', 'TEST'),
    person: { name: 'Testi Esimerkki', email: 'testi@example.org', phone: null, customerNumber: null, words: 'Sanat' },
    facts: {
      reference: newReference(),
      regime,
      country,
      timeZone: 'Europe/Helsinki',
      channel: 'portal',
      language: 'fi',
      receivedOn: null,
      rights,
      registers,
      hasEmail: true,
    },
  });
