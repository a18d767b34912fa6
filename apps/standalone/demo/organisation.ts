import { randomUUIDv7 } from 'node:crypto';
import { connectionContext } from '#connectors/connection-context';
import { parseRegisters } from '#connectors/sql-connector/definition';
import type { Database } from '#persistence/database';
import type { Keyring } from '#persistence/keyring';
import type { DemoData } from './demo-data.js';

const REGIME = 'EU_GDPR';

/** Has this desk an organisation already? */
export const hasOrganisation = async (database: Database): Promise<boolean> =>
  (await database.query('select from controller limit 1')).length > 0;

/** Sets the invented organisation up with its registers; `registerUrl` is where its systems' database is. */
export const createOrganisation = async (
  database: Database,
  keyring: Keyring,
  { profile, record, registers, activities }: DemoData,
  registerUrl: string,
): Promise<string> => {
  const controllerId = randomUUIDv7();
  const definitions = new Map(registers.registers.map((one) => [one.id, { ...registers, registers: [one] }]));
  await database.transaction(async (session) => {
    await session.query(
      `insert into controller (id, name, country, time_zone, regime, languages, profile, sender, record_of_processing, demo)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)`,
      [
        controllerId,
        profile.name,
        profile.country,
        profile.timeZone,
        REGIME,
        profile.languages,
        JSON.stringify(profile),
        profile.dataProtectionOfficer.email,
        JSON.stringify(record),
      ],
    );
    for (const [position, { id, name, dataClass, capabilities }] of parseRegisters(registers).entries()) {
      await session.query(
        `insert into register (id, controller_id, position, name, data_class, capabilities, activities, connector, definition,
           connection_sealed)
         values ($1, $2, $3, $4, $5, $6, $7, 'sql', $8, $9)`,
        [
          id,
          controllerId,
          position,
          JSON.stringify(name),
          dataClass,
          capabilities,
          activities[id] ?? [],
          JSON.stringify(definitions.get(id)),
          keyring.desk.seal(Buffer.from(registerUrl), connectionContext(id)),
        ],
      );
    }
  });
  return controllerId;
};
