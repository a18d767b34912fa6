import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Headers,
  Param,
  PreconditionFailedException,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { staffCommand, type RequestPage, type StaffCommand } from '#contracts/request-page';
import { versionIn } from '#contracts/if-match';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { isRefusal } from '#domain/request/refusal';
import { Database } from '#persistence/database';
import { isConflict, Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { assertAnswerable } from './answer-checks.js';
import { expectedOf } from './if-match.js';
import { RequestFiles } from './request-file.js';
import { RequestPages } from './request-pages.js';
import { translate } from './staff-commands.js';

/** What staff do with a request. */
@Controller()
export class CommandController {
  constructor(
    private readonly files: RequestFiles,
    private readonly pages: RequestPages,
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly organisation: Organisation,
  ) {}

  /** Answers 409 with the refusal's code, and 412 when somebody else changed the request since the giver looked. */
  @StaffRoute('command')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version of the request that was looked at' })
  @Allow('officer', 'approver')
  async give(
    @SignedIn() giver: StaffMember,
    @Param('reference') reference: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: staffCommand }) given: StaffCommand,
  ): Promise<RequestPage> {
    const seen = versionIn(ifMatch);
    const file = await this.files.open(reference);
    const expectedVersion = expectedOf(seen, file);
    await this.#assertAssignable(given);
    assertAnswerable(given, file.state, (await this.organisation.controller()).recordOfProcessing);
    const { command, content } = translate(given, file);
    if (content !== undefined && file.content === null) throw new ConflictException({ code: 'person-forgotten' });
    const actor = { kind: 'staff', id: giver.id, role: giver.role } as const;
    const outcome = await this.ledger.apply(file.id, command, actor, { ...(content && { content }), expectedVersion });
    if (isRefusal(outcome)) throw new ConflictException({ code: outcome.refused });
    if (isConflict(outcome)) throw new PreconditionFailedException({ code: 'version-outdated' });
    return this.pages.compose(await this.files.open(reference), giver);
  }

  /** Requests are given to people who handle them and are still here. */
  async #assertAssignable(given: StaffCommand): Promise<void> {
    if (given.type !== 'assign' || given.assignee === null) return;
    const found = await this.database.query(
      `select id from staff_user where id::text = $1 and role in ('officer', 'approver') and disabled_at is null`,
      [given.assignee],
    );
    if (found.length === 0) {
      throw new BadRequestException({
        code: 'invalid-input',
        errors: [{ path: 'assignee', message: 'is nobody who handles requests' }],
      });
    }
  }
}
