import { BadRequestException, ConflictException, Injectable } from '@nestjs/common';
import { Database } from '#persistence/database';
import { Ledger, type Conflict } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { HANDLES_REQUESTS } from '#persistence/staff-rows';
import { assertAnswerable } from './answer-checks.js';
import { expectedOf } from './if-match.js';
import { translate } from './staff-commands.js';
import type { StaffCommand } from '#contracts/request-page';
import type { StaffMember } from '#contracts/staff-access';
import type { Refusal } from '#domain/request/refusal';
import type { Applied } from '#persistence/ledger-writing';
import type { RequestFile } from './request-file.js';

/** Gives commands of staff to requests, one by one, whoever asks for it. */
@Injectable()
export class CommandGiver {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly organisation: Organisation,
  ) {}

  /**
   * `seen` is the version that the giver looked at. A refusal and a conflict are answers; throws 400 `invalid-input` and
   * 409 `person-forgotten` or `record-has-gaps`.
   */
  async give(
    file: RequestFile,
    seen: number,
    given: StaffCommand,
    { id, role }: StaffMember,
  ): Promise<Applied | Refusal | Conflict> {
    const expectedVersion = expectedOf(seen, file);
    await this.#assertAssignable(given);
    assertAnswerable(given, file.state, (await this.organisation.controller()).recordOfProcessing);
    const { command, content } = translate(given, file);
    if (content !== undefined && file.content === null) throw new ConflictException({ code: 'person-forgotten' });
    const actor = { kind: 'staff', id, role } as const;
    return this.ledger.apply(file.id, command, actor, { ...(content && { content }), expectedVersion });
  }

  /** Requests are given to people who handle them and are still here. */
  async #assertAssignable(given: StaffCommand): Promise<void> {
    if (given.type !== 'assign' || given.assignee === null) return;
    const found = await this.database.query(`select id from staff_user where id::text = $1 and ${HANDLES_REQUESTS}`, [
      given.assignee,
    ]);
    if (found.length === 0) {
      throw new BadRequestException({
        code: 'invalid-input',
        errors: [{ path: 'assignee', message: 'is nobody who handles requests' }],
      });
    }
  }
}
