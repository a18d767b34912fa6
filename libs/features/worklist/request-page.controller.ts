import { ConflictException, Controller, Param } from '@nestjs/common';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { isRefusal } from '#domain/request/refusal';
import { Database } from '#persistence/database';
import { WAITS_FOR_FREEZE } from '#persistence/effect-rows';
import { Ledger } from '#persistence/ledger';
import { RequestFiles } from './request-file.js';
import { RequestPages } from './request-pages.js';
import type { RequestPage } from '#contracts/request-page';

/** The page of one request. It is personal content, which administrators do not see. */
@Controller()
export class RequestPageController {
  constructor(
    private readonly files: RequestFiles,
    private readonly pages: RequestPages,
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  @StaffRoute('request')
  @Allow('officer', 'approver', 'auditor')
  async read(@SignedIn() reader: StaffMember, @Param('reference') reference: string): Promise<RequestPage> {
    return this.pages.compose(await this.files.open(reference), reader);
  }

  /** The page once with its contacts in full; that it was read so stands in the ledger before anything is shown. */
  @StaffRoute('reveal')
  @Allow('officer', 'approver', 'auditor')
  async reveal(@SignedIn() reader: StaffMember, @Param('reference') reference: string): Promise<RequestPage> {
    const actor = { kind: 'staff', id: reader.id, role: reader.role } as const;
    const outcome = await this.ledger.apply(await this.files.idOf(reference), { type: 'recordReveal' }, actor);
    if (isRefusal(outcome)) throw new ConflictException({ code: outcome.refused });
    return this.pages.compose(await this.files.open(reference), reader, true);
  }

  /** Gives work that failed another start at once: what was given up, and what still waits for its next attempt. */
  @StaffRoute('retry')
  @Allow('officer', 'approver')
  async retry(@SignedIn() reader: StaffMember, @Param('reference') reference: string): Promise<RequestPage> {
    await this.database.query(
      `update effect set state = 'pending', attempts = 0, retry_at = null, offered_until = null, offers = 0
       where request_id = $1 and (state = 'dead' or (state = 'pending' and last_error is not null and last_error <> $2))`,
      [await this.files.idOf(reference), WAITS_FOR_FREEZE],
    );
    return this.pages.compose(await this.files.open(reference), reader);
  }
}
