import { Pool } from 'pg';

/** A pool for a test database. Dropping the database cuts connections that are just closing, which is no fault. */
export const openTestPool = (url: string, max = 3): Pool => {
  const pool = new Pool({ connectionString: url, max });
  pool.on('error', () => undefined);
  return pool;
};
