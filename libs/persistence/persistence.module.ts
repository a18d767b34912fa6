import { Global, Module, type DynamicModule } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MikroORM } from '@mikro-orm/postgresql';
import { Database } from './database.js';
import { DatabaseTime } from './database-time.js';
import { CALENDAR_OF } from './injection.js';
import { Keyring } from './keyring.js';
import { Ledger, type CalendarOf } from './ledger.js';
import { Organisation } from './organisation.js';
import { ormOptions } from './orm.js';
import { RequestContent } from './request-content.js';

export interface PersistenceOptions {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly calendarOf: CalendarOf;
  readonly poolSize?: number;
}

/** Database, keys, clock and ledger, for every process. Import it before anything that must close first. */
@Global()
@Module({})
export class PersistenceModule {
  static forRoot({ databaseUrl, keyring, calendarOf, poolSize }: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      imports: [MikroOrmModule.forRoot(ormOptions(databaseUrl, poolSize)) as DynamicModule],
      providers: [
        Organisation,
        RequestContent,
        { provide: Keyring, useValue: keyring },
        { provide: CALENDAR_OF, useValue: calendarOf },
        {
          provide: Database,
          inject: [MikroORM],
          useFactory: async (orm: MikroORM) => new Database(await orm.em.getConnection().getNativeClient()),
        },
        { provide: DatabaseTime, inject: [Database], useFactory: (database: Database) => new DatabaseTime(database) },
        {
          provide: Ledger,
          inject: [Database, Keyring],
          useFactory: (database: Database, keys: Keyring) => new Ledger(database, keys, calendarOf),
        },
      ],
      exports: [Organisation, RequestContent, Keyring, CALENDAR_OF, Database, DatabaseTime, Ledger],
    };
  }
}
