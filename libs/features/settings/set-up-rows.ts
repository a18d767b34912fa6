import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import type { SetUpProgress, SetUpStep } from '#contracts/set-up';

export interface SetUp {
  readonly skipped: readonly SetUpStep[];
  readonly finished: boolean;
  readonly mailTestedAt: string | null;
  readonly testRequest: { readonly id: string; readonly reference: string; readonly open: boolean } | null;
}

/** How far setting up has come: one row for a desk that goes through it. */
@Injectable()
export class SetUpRows {
  constructor(private readonly database: Database) {}

  /** Null for a desk that was set up in another way. */
  async read(): Promise<SetUp | null> {
    const [row] = await this.database.query<SetUp>(
      `select skipped, finished_at is not null as finished, ${INSTANT_TEXT('mail_tested_at')} as "mailTestedAt",
         case when request.id is not null then json_build_object(
           'id', request.id, 'reference', reference, 'open', closed_on is null) end as "testRequest"
       from desk_set_up left join subject_request request on request.id = test_request_id`,
    );
    return row ?? null;
  }

  async keep(controllerId: string, { skipped, finished }: SetUpProgress): Promise<void> {
    await this.#change(controllerId, 'skipped = $2, finished_at = case when $3 then artikla.now() end', [
      skipped,
      finished,
    ]);
  }

  async mailTested(controllerId: string): Promise<void> {
    await this.#change(controllerId, 'mail_tested_at = artikla.now()', []);
  }

  async testFiled(controllerId: string, requestId: string): Promise<void> {
    await this.#change(controllerId, 'test_request_id = $2', [requestId]);
  }

  /** `columns` is our own text; `$1` is the organisation, values begin at `$2`. */
  async #change(controllerId: string, columns: string, values: readonly unknown[]): Promise<void> {
    await this.database.query(
      `insert into desk_set_up (controller_id, begun_at, finished_at) values ($1, artikla.now(), artikla.now())
       on conflict (controller_id) do nothing`,
      [controllerId],
    );
    await this.database.query(`update desk_set_up set ${columns} where controller_id = $1`, [controllerId, ...values]);
  }
}
