import { randomUUIDv7 } from 'node:crypto';
import { Pool } from 'pg';
import { Database } from '#persistence/database';
import { newToken, tokenHash } from '#persistence/tokens';

/** Where setting up begins; every line of it can be changed there. */
const BLANK = {
  country: 'FI',
  timeZone: 'Europe/Helsinki',
  regime: 'EU_GDPR',
  languages: ['fi', 'sv', 'en'],
  profile: {
    name: '',
    businessId: '',
    address: { street: '', postalCode: '', city: '' },
    phone: '',
    email: '',
    country: 'FI',
    timeZone: 'Europe/Helsinki',
    languages: ['fi', 'sv', 'en'],
    website: '',
    dataProtectionOfficer: { title: { fi: '', sv: '', en: '' }, phone: '', email: '' },
  },
  record: { activities: [], automatedDecisions: null, protection: null, gaps: [] },
} as const;

const makeBlank = async (database: Database): Promise<void> => {
  const id = randomUUIDv7();
  await database.transaction(async (session) => {
    await session.query(
      `insert into controller (id, name, country, time_zone, regime, languages, profile, sender, record_of_processing)
       values ($1, '', $2, $3, $4, $5, $6, '', $7)`,
      [
        id,
        BLANK.country,
        BLANK.timeZone,
        BLANK.regime,
        BLANK.languages,
        JSON.stringify(BLANK.profile),
        JSON.stringify(BLANK.record),
      ],
    );
    await session.query('insert into desk_set_up (controller_id, begun_at) values ($1, artikla.now())', [id]);
  });
};

/** How a desk that is no demo stands. */
export interface OwnDesk {
  /** The demo lives here; an own desk needs a database and a data folder of its own. */
  readonly isDemo: boolean;
  /** False while no organisation is there. */
  readonly exists: boolean;
  /** Of the first account, while nobody works here: new at each start, so that an old one is worth nothing. */
  readonly token: string | null;
}

/** Looks at the organisation of a desk; with `create` a blank one is made where there is none. */
export const openOwnDesk = async (databaseUrl: string, create: boolean): Promise<OwnDesk> => {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const database = new Database(pool);
    const [found] = await database.query<{ demo: boolean }>('select demo from controller limit 1');
    if (found === undefined && !create) return { isDemo: false, exists: false, token: null };
    if (found === undefined) await makeBlank(database);
    const token = newToken();
    const waiting = await database.query(
      'update desk_set_up set token_hash = $1 where not exists (select from staff_user) returning controller_id',
      [tokenHash(token)],
    );
    return { isDemo: found?.demo ?? false, exists: true, token: waiting.length > 0 ? token : null };
  } finally {
    await pool.end();
  }
};
