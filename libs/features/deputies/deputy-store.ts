import { BadRequestException, Injectable } from '@nestjs/common';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { Organisation } from '#persistence/organisation';
import { HANDLES_REQUESTS } from '#persistence/staff-rows';
import type { Deputies, DeputyNaming } from '#contracts/deputies';

interface Row {
  readonly absentId: string;
  readonly absentName: string;
  readonly deputyId: string;
  readonly deputyName: string;
  readonly from: string;
  readonly to: string;
}

const wrong = (path: string, message: string): BadRequestException =>
  new BadRequestException({ code: 'invalid-input', errors: [{ path, message }] });

/**
 * Who stands in for whom on which days. Nothing is overwritten: each naming is a row with who made it and when, and the
 * newest one of somebody holds. A deputy acts under their own name, so four eyes stay four.
 */
@Injectable()
export class DeputyStore {
  constructor(
    private readonly database: Database,
    private readonly time: DatabaseTime,
    private readonly organisation: Organisation,
  ) {}

  /** What is over is not told. */
  async of(userId: string): Promise<Deputies> {
    const rows = await this.database.query<Row>(
      `select absent_id as "absentId", absent.name as "absentName", deputy_id as "deputyId", deputy.name as "deputyName",
         from_on::text as from, to_on::text as to
       from (select distinct on (absent_id) * from deputy_naming order by absent_id, version desc) as newest
       join staff_user as absent on absent.id = absent_id join staff_user as deputy on deputy.id = deputy_id
       where to_on >= $2::date and $1 in (absent_id, deputy_id) order by from_on, absent_id`,
      [userId, await this.#today()],
    );
    const own = rows.find(({ absentId }) => absentId === userId);
    return {
      own:
        own === undefined ? null : { deputy: { id: own.deputyId, name: own.deputyName }, from: own.from, to: own.to },
      forOthers: rows
        .filter(({ deputyId }) => deputyId === userId)
        .map(({ absentId, absentName, from, to }) => ({ absent: { id: absentId, name: absentName }, from, to })),
    };
  }

  /** Names the deputy of somebody. Throws 400 `invalid-input` for nobody who handles requests, oneself, and past days. */
  async name(absentId: string, { deputy, from, to }: DeputyNaming): Promise<void> {
    if (deputy === absentId) throw wrong('deputy', 'is oneself');
    if (to < (await this.#today())) throw wrong('to', 'is over');
    const found = await this.database.query(`select from staff_user where id = $1 and ${HANDLES_REQUESTS}`, [deputy]);
    if (found.length === 0) throw wrong('deputy', 'is nobody who handles requests');
    await this.#write(absentId, { deputy, from, to });
  }

  /** From now on nobody stands in for them. */
  async end(absentId: string): Promise<void> {
    await this.#write(absentId, null);
  }

  async #write(absentId: string, naming: DeputyNaming | null): Promise<void> {
    await this.database.transaction(async (session) => {
      // One after the other, so that the newest is one.
      await session.query('select from staff_user where id = $1 for no key update', [absentId]);
      await session.query(
        `insert into deputy_naming (absent_id, version, deputy_id, from_on, to_on, named_by, named_at)
         select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $1, artikla.now() from deputy_naming where absent_id = $1`,
        [absentId, naming?.deputy ?? null, naming?.from ?? null, naming?.to ?? null],
      );
    });
  }

  async #today(): Promise<string> {
    const [{ timeZone }, now] = await Promise.all([this.organisation.controller(), this.time.now()]);
    return civilDateOf(now, timeZone).toString();
  }
}
