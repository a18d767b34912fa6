import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { connectionContext } from '#connectors/connection-context';
import { ConnectorError } from '#connectors/connector-error';
import { SqlConnector } from '#connectors/sql-connector/sql-connector';
import { Database, type SqlSession } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import { Keyring } from '#persistence/keyring';
import { definitionOf, factsOf, type RegisterContent } from './register-settings.js';
import type { RegisterCheck, RegisterPage } from '#contracts/settings-registers';
import type { Register } from '#persistence/entities/register';

/** Milliseconds that a test of a connection may take. */
const PATIENCE = 5000;

/** The rows of the registers, and the one place where a connection is sealed. */
@Injectable()
export class RegisterRows {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /** False when the id is taken. It begins as a register that people look after. */
  async insert(id: string, controllerId: string, content: RegisterContent): Promise<boolean> {
    const { name, dataClass } = factsOf(id, content);
    const made = await this.database.query(
      `insert into register (id, controller_id, position, name, data_class, capabilities, activities, definition)
       select $1, $2, coalesce(max(position), -1) + 1, $3, $4, '{}', '{}', '{}' from register
       on conflict (id) do nothing returning id`,
      [id, controllerId, JSON.stringify(name), dataClass],
    );
    return made.length > 0;
  }

  /** A null `connection` leaves the known one; a register that people look after has none. */
  async update(session: SqlSession, id: string, content: RegisterContent, connection: string | null): Promise<void> {
    const { name, dataClass, capabilities } = factsOf(id, content);
    const isSql = content.kind === 'sql';
    const sealed = connection === null ? null : this.keyring.desk.seal(Buffer.from(connection), connectionContext(id));
    await session.query(
      `update register set name = $2, data_class = $3, capabilities = $4, activities = $5, connector = $6,
         definition = $7, connection_sealed = case when $6::text is not null then coalesce($8, connection_sealed) end,
         retired_at = case when $9 then coalesce(retired_at, artikla.now()) end,
         checked_at = null, check_result = null
       where id = $1`,
      [
        id,
        JSON.stringify(name),
        dataClass,
        capabilities,
        content.activities,
        isSql ? 'sql' : null,
        JSON.stringify(isSql ? content.definition : {}),
        sealed,
        content.retired,
      ],
    );
  }

  /** Connects as a worker would, compares every table and column with the definition, and reads no row. */
  async check(register: Register): Promise<RegisterCheck> {
    const found = await this.#try(register);
    await this.database.query('update register set checked_at = artikla.now(), check_result = $2 where id = $1', [
      register.id,
      found.result,
    ]);
    return found;
  }

  async lastCheck(id: string): Promise<RegisterPage['check']> {
    const [row] = await this.database.query<{ at: string | null; result: string }>(
      `select ${INSTANT_TEXT('checked_at')} as at, check_result as result from register where id = $1`,
      [id],
    );
    return row === undefined || row.at === null ? null : { at: row.at, result: row.result };
  }

  async #try({ id, connector, definition, connectionSealed }: Register): Promise<RegisterCheck> {
    if (connector !== 'sql') return { result: 'manual', detail: null };
    if (!connectionSealed) return { result: 'no-connection', detail: null };
    const url = Buffer.from(this.keyring.desk.open(connectionSealed, connectionContext(id))).toString('utf8');
    const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: PATIENCE });
    pool.on('error', () => undefined);
    try {
      await new SqlConnector(pool, definitionOf(id, definition)).check();
      return { result: 'ok', detail: null };
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      const detail = error.code === 'wrong-definition' ? error.message : null;
      return { result: error.code, detail };
    } finally {
      await pool.end();
    }
  }
}
