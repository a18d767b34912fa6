import { failure, fine, type Finding } from './finding.js';
import type { OpenDesk } from '../desk.js';

/** The database answers, and its tables are those that this program knows. */
export const checkSchema = async ({ database, orm }: OpenDesk): Promise<Finding[]> => {
  const [row] = await database.query<{ server_version: string }>('show server_version');
  const pending = await orm.migrator.getPending();
  return [
    fine('Database', `PostgreSQL ${row?.server_version.split(' ')[0]} answers.`),
    pending.length === 0
      ? fine('Schema', 'up to date.')
      : failure('Schema', `${pending.length} changes are missing; start Artikla once, which brings them in.`),
  ];
};
