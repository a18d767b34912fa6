import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.js';

/** The embedded server's database that holds the desk. */
const NAME = 'artikla';

/** Where the desk's data are, and how to let go of them. */
export interface DeskDatabase {
  readonly url: string;
  /** An embedded server stops when nobody else uses it. */
  stop(): Promise<void>;
}

export interface DatabasePlace {
  readonly DATABASE_URL?: string | undefined;
  readonly DATA_DIR: string;
}

/** Has an embedded database been made in this folder? */
export const hasEmbeddedDatabase = (dataDir: string): Promise<boolean> =>
  access(join(dataDir, 'postgres')).then(
    () => true,
    () => false,
  );

/**
 * The PostgreSQL that DATABASE_URL names, otherwise the embedded one in DATA_DIR: made, started or joined.
 * @throws EmbeddedPostgresError with a sentence when the embedded one cannot start.
 */
export const openDeskDatabase = async (
  { DATABASE_URL, DATA_DIR }: DatabasePlace,
  log?: (line: string) => void,
): Promise<DeskDatabase> => {
  if (DATABASE_URL !== undefined) return { url: DATABASE_URL, stop: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({ dataDir: DATA_DIR, ...(log !== undefined && { log }) });
  await server.createDatabase(NAME);
  return { url: server.url(NAME), stop: () => server.stop() };
};
