import { ROW_COLUMNS, type StoredRow } from './queue-rows.js';
import { eachPart } from './queue-views.js';
import type { SqlSession } from '#persistence/database';
import type { Picked } from './queue-filters.js';
import type { QueueOrder, QueuePlace } from './queue-order.js';

/** Ids and dates of the first rows in this order: of all, or of each part, of which the first are among them. */
const firstRows = ({ source, parts }: Picked, { date }: QueueOrder, where: string, orderBy: string, limit: number) => {
  const walk = (from: string, fits: string) =>
    `select id, ${date} from ${from} where ${fits} and ${where} order by ${orderBy} limit ${limit}`;
  return parts === null ? walk(source, 'true') : eachPart(parts, source, walk);
};

/** `where` and `orderBy` are our own text; everything from outside is a bound value. */
const select = (
  session: SqlSession,
  picked: Picked,
  order: QueueOrder,
  where: string,
  orderBy: string,
  limit: number,
  values: readonly unknown[],
): Promise<StoredRow[]> =>
  session.query<StoredRow>(
    `select ${ROW_COLUMNS} from (
       select id, row_number() over (order by ${orderBy}) as place
       from (${firstRows(picked, order, where, orderBy, limit)}) first order by ${orderBy} limit ${limit}
     ) shown join subject_request r using (id)
     left join request_key k on k.request_id = r.id left join staff_user u on u.id = r.assignee
     order by shown.place`,
    values,
  );

const dated = (session: SqlSession, picked: Picked, order: QueueOrder, place: QueuePlace | null, limit: number) => {
  const { condition, values } = picked;
  const where = `${condition} and ${order.date} is not null`;
  if (place === null) return select(session, picked, order, where, order.orderBy, limit, values);
  const after = order.after(`$${values.length + 1}`, `$${values.length + 2}`);
  return select(session, picked, order, `${where} and ${after}`, order.orderBy, limit, [
    ...values,
    place.date,
    place.id,
  ]);
};

const undated = (session: SqlSession, picked: Picked, order: QueueOrder, after: string | null, limit: number) => {
  const { condition, values } = picked;
  const place = `$${values.length + 1}::uuid`;
  const where = `${condition} and ${order.date} is null and (${place} is null or id > ${place})`;
  // The date, null in all of them, leads to the index that has it: by their ids alone one would walk past what was closed.
  return select(session, picked, order, where, `${order.date}, id`, limit, [...values, after]);
};

/** The next rows behind a place, null for the first ones. Rows without the date that is sorted by come last. */
export const rowsAfter = async (
  session: SqlSession,
  picked: Picked,
  order: QueueOrder,
  place: QueuePlace | null,
  limit: number,
): Promise<StoredRow[]> => {
  const first = place === null || place.date !== null ? await dated(session, picked, order, place, limit) : [];
  if (first.length === limit) return first;
  const after = place?.date === null ? place.id : null;
  return [...first, ...(await undated(session, picked, order, after, limit - first.length))];
};

export const placeOf = (row: StoredRow, { date }: QueueOrder): QueuePlace => ({
  date: row[date as 'due_on'],
  id: row.id,
});
