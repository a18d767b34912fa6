import { BadRequestException } from '@nestjs/common';
import { z } from 'zod';
import type { QueueQuery } from '#contracts/queue';

/** One way to sort the worklist: each walks along one partial index, so a page costs the same however many rows wait. */
export interface QueueOrder {
  /** The date that is sorted by; rows without it come last. */
  readonly date: string;
  readonly orderBy: string;
  /** Rows after a place; `$4` and `$5` are its date and id. */
  readonly after: string;
}

const ascending = (date: string): QueueOrder => ({
  date,
  orderBy: `${date}, id`,
  after: `(${date}, id) > ($4::date, $5::uuid)`,
});

const BY_SORT = {
  next_action: ascending('next_action_on'),
  due: ascending('due_on'),
  received: ascending('received_on'),
} as const satisfies Record<QueueQuery['sort'], QueueOrder>;

/** What was closed last comes first, however the open ones are sorted. */
const CLOSED: QueueOrder = {
  date: 'closed_on',
  orderBy: 'closed_on desc, id',
  after: 'closed_on <= $4::date and (closed_on < $4::date or id > $5::uuid)',
};

export const orderOf = ({ view, sort }: QueueQuery): QueueOrder => (view === 'closed' ? CLOSED : BY_SORT[sort]);

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
