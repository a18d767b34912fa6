import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import type { Notice, NoticePage } from '#contracts/notices';

/** Nobody scrolls further back than this in a pop-up. */
const SHOWN = 30;
/** From here on a number says no more than "many". */
const COUNTED_UP_TO = 100;

/** What was mailed to members of staff, as the console shows it to each. */
@Injectable()
export class NoticeStore {
  constructor(private readonly database: Database) {}

  async of(userId: string): Promise<NoticePage> {
    const [notices, counted] = await Promise.all([
      this.database.query<Notice>(
        `select staff_notice.id::text, letter, reference, causes, ${INSTANT_TEXT('at')} as at, read_at is not null as read
         from staff_notice left join subject_request on subject_request.id = staff_notice.request_id
         where user_id = $1 order by staff_notice.id desc limit ${SHOWN}`,
        [userId],
      ),
      this.database.query<{ unread: number }>(
        `select count(*)::int as unread from (
           select from staff_notice where user_id = $1 and read_at is null limit ${COUNTED_UP_TO}) as unread`,
        [userId],
      ),
    ]);
    return { unread: counted[0]?.unread ?? 0, notices };
  }

  /** Marks a notice as read, or it and all before it; only the reader's own. */
  async markRead(userId: string, id: string, only: boolean): Promise<void> {
    await this.database.query(
      `update staff_notice set read_at = artikla.now()
       where user_id = $1 and read_at is null and (id = $2 or not $3 and id < $2)`,
      [userId, id, only],
    );
  }
}
