import { readFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import type { Connector } from './connector.js';
import { DefinitionError, parseRegisters } from './sql-connector/definition.js';
import { SqlConnector } from './sql-connector/sql-connector.js';

/** The connectors of all registers that a definition file describes. Throws DefinitionError, one sentence. */
export const readRegisters = async (file: string, pool: Pool): Promise<Connector[]> => {
  const text = await readFile(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DefinitionError('The register definitions are not JSON.');
  }
  return parseRegisters(json).map((definition) => new SqlConnector(pool, definition));
};
