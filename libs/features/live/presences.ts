import { Injectable, NotFoundException } from '@nestjs/common';
import { Database } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import { parseReference } from '#persistence/tokens';
import type { Presence } from '#contracts/presence';

/** A page says twice in this time, in seconds, that it is still open. */
const HOLDS_FOR = 30;

/** Who has a request open now, over all processes. In real time, which the demo does not move. */
@Injectable()
export class Presences {
  constructor(private readonly database: Database) {}

  /** Somebody has the request open: notes it and tells who else has. Throws 404 `not-found`. */
  async note(reference: string, userId: string): Promise<Presence> {
    const requestId = await this.#idOf(reference);
    const others = await this.database.query<Presence['others'][number]>(
      `with left_behind as (
         delete from presence where seen_at < clock_timestamp() - make_interval(secs => 4 * $3)
           and (request_id, user_id) <> ($1, $2)
       ), own as (
         insert into presence (request_id, user_id, since, seen_at)
         values ($1, $2, clock_timestamp(), clock_timestamp())
         on conflict (request_id, user_id) do update set seen_at = excluded.seen_at,
           since = case when presence.seen_at > clock_timestamp() - make_interval(secs => $3) then presence.since
             else excluded.since end
       )
       select staff_user.id, name, ${INSTANT_TEXT('since')} as since
       from presence join staff_user on staff_user.id = presence.user_id
       where request_id = $1 and user_id <> $2 and seen_at > clock_timestamp() - make_interval(secs => $3)
       order by since, staff_user.id`,
      [requestId, userId, HOLDS_FOR],
    );
    return { others };
  }

  /** They have closed it. */
  async forget(reference: string, userId: string): Promise<void> {
    await this.database.query('delete from presence where request_id = $1 and user_id = $2', [
      await this.#idOf(reference),
      userId,
    ]);
  }

  async #idOf(reference: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>('select id from subject_request where reference = $1', [
      parseReference(reference),
    ]);
    if (row === undefined) throw new NotFoundException({ code: 'not-found' });
    return row.id;
  }
}
