import { BadRequestException } from '@nestjs/common';
import { z } from 'zod';
import type { QueueQuery } from '#contracts/queue';

/** One way to sort the worklist: each walks along one partial index, so a page costs the same however many rows wait. */
export interface QueueOrder {
  /** The date that is sorted by; rows without it come last. */
  readonly date: string;
  readonly orderBy: string;
  /** Rows after a place, of which `on` and `id` are the placeholders of its date and id. */
  readonly after: (on: string, id: string) => string;
}

const ascending = (date: string): QueueOrder => ({
  date,
  orderBy: `${date}, id`,
  after: (on, id) => `(${date}, id) > (${on}::date, ${id}::uuid)`,
});

const descending = (date: string): QueueOrder => ({
  date,
  orderBy: `${date} desc, id desc`,
  after: (on, id) => `(${date}, id) < (${on}::date, ${id}::uuid)`,
});

const BY_SORT = {
  next_action: ascending('next_action_on'),
  due: ascending('due_on'),
  received: ascending('received_on'),
  '-next_action': descending('next_action_on'),
  '-due': descending('due_on'),
  '-received': descending('received_on'),
} as const satisfies Record<QueueQuery['sort'], QueueOrder>;

/** What was closed last comes first, however the open ones are sorted. */
const CLOSED: QueueOrder = {
  date: 'closed_on',
  orderBy: 'closed_on desc, id',
  after: (on, id) => `closed_on <= ${on}::date and (closed_on < ${on}::date or id > ${id}::uuid)`,
};

export const orderOf = ({ view, sort }: Pick<QueueQuery, 'view' | 'sort'>): QueueOrder =>
  view === 'closed' ? CLOSED : BY_SORT[sort];

/**
 * Is what the query looks for at the far end of the walk? Days of arrival, due dates and next steps go together: whoever
 * looks for late ones and sorts by another date from the early end would walk past everything else first. Then the rows are
 * picked by their dates and sorted afterwards.
 */
export const isFarFrom = ({
  sort,
  ...query
}: Pick<QueueQuery, 'sort' | 'receivedFrom' | 'receivedTo' | 'dueFrom' | 'dueTo'>): boolean => {
  const far = sort.startsWith('-') ? 'To' : 'From';
  return (['received', 'due'] as const).some((date) => !sort.endsWith(date) && query[`${date}${far}`] !== undefined);
};

/** The last row that was shown: the next page begins behind it, also when rows came or went meanwhile. */
export interface QueuePlace {
  readonly date: string | null;
  readonly id: string;
}

const place = z.tuple([z.iso.date().nullable(), z.uuid()]);

export const writeCursor = ({ date, id }: QueuePlace): string =>
  Buffer.from(JSON.stringify([date, id])).toString('base64url');

/** Throws 400 `invalid-input` for anything but a cursor that `writeCursor` made. */
export const readCursor = (cursor: string): QueuePlace => {
  const read = place.safeParse(parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!read.success) {
    throw new BadRequestException({
      code: 'invalid-input',
      errors: [{ path: 'cursor', message: 'was not given by this list' }],
    });
  }
  const [date, id] = read.data;
  return { date, id };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
