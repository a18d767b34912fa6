import { Pool } from 'pg';
import { connectionContext } from '#connectors/connection-context';
import { ConnectorDirectory } from '#connectors/directory';
import { parseRegisters } from '#connectors/sql-connector/definition';
import { SqlConnector } from '#connectors/sql-connector/sql-connector';
import type { Connector } from '#connectors/connector';
import type { Keyring } from '#persistence/keyring';
import type { Organisation } from '#persistence/organisation';

/** Connections at once to one system that is not ours. */
const POOL_SIZE = 4;

/** Makes the connectors from the registers' own rows: their definitions, and where they are, which stands sealed. */
export const connectorsOf = (organisation: Organisation, keyring: Keyring): ConnectorDirectory => {
  const pools = new Map<string, Pool>();
  const poolFor = (url: string): Pool => {
    const known = pools.get(url) ?? new Pool({ connectionString: url, max: POOL_SIZE });
    // A lost connection shows at the next query; without a listener it would end the process.
    if (!pools.has(url)) known.on('error', () => undefined);
    pools.set(url, known);
    return known;
  };
  return new ConnectorDirectory(
    async (): Promise<Connector[]> => {
      const registers = (await organisation.registers()).filter(({ connector }) => connector === 'sql');
      return registers.flatMap(({ id, definition, connectionSealed }) => {
        if (!connectionSealed) return [];
        const url = Buffer.from(keyring.desk.open(connectionSealed, connectionContext(id))).toString('utf8');
        return parseRegisters(definition).map((one) => new SqlConnector(poolFor(url), one));
      });
    },
    async () => void (await Promise.all([...pools.values()].map((pool) => pool.end()))),
  );
};
