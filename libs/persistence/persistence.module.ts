import { Global, Module, type DynamicModule } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MikroORM } from '@mikro-orm/postgresql';
import { Database } from './database.js';
import { DatabaseTime } from './database-time.js';
import { IdentityChecks } from './identity-checks.js';
import { DeskClock } from './desk-clock.js';
import { Keyring } from './keyring.js';
import { Ledger } from './ledger.js';
import { Organisation } from './organisation.js';
import { ormOptions } from './orm.js';
import { RequestContent } from './request-content.js';
import { SecretCodes } from './secret-code.js';
import { SubjectSessions } from './subject-sessions.js';
import type { DeskCalendars } from './injection.js';

export interface PersistenceOptions {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly calendars: DeskCalendars;
  readonly poolSize?: number;
}

const SERVICES = [Organisation, RequestContent, IdentityChecks, SecretCodes, SubjectSessions];

/** Database, keys, clock and ledger, for every process. Import it before anything that must close first. */
@Global()
@Module({})
export class PersistenceModule {
  static forRoot({ databaseUrl, keyring, calendars, poolSize }: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      imports: [MikroOrmModule.forRoot(ormOptions(databaseUrl, poolSize)) as DynamicModule],
      providers: [
        ...SERVICES,
        { provide: Keyring, useValue: keyring },
        {
          provide: Database,
          inject: [MikroORM],
          useFactory: async (orm: MikroORM) => new Database(await orm.em.getConnection().getNativeClient()),
        },
        { provide: DatabaseTime, inject: [Database], useFactory: (database: Database) => new DatabaseTime(database) },
        {
          provide: DeskClock,
          inject: [Database],
          useFactory: (database: Database) => new DeskClock(database, calendars),
        },
        {
          provide: Ledger,
          inject: [Database, Keyring],
          useFactory: (database: Database, keys: Keyring) => new Ledger(database, keys, calendars),
        },
      ],
      exports: [...SERVICES, Keyring, Database, DatabaseTime, DeskClock, Ledger],
    };
  }
}
