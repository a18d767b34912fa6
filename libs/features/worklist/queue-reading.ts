import { absentColleagues } from '#persistence/deputy-rows';
import type { StaffMember } from '#contracts/staff-access';
import type { SqlSession } from '#persistence/database';
import type { Reading } from './queue-filters.js';

/** What of the worklist somebody reads on a day where the controller is: a list, its count and its file are the same rows. */
export const readingOf = async (
  session: SqlSession,
  { id, role }: StaffMember,
  today: Temporal.PlainDate,
): Promise<Reading> => {
  const day = today.toString();
  return {
    readerId: id,
    today: day,
    standsInFor: await absentColleagues(session, id, day),
    persons: role !== 'administrator',
  };
};
