import { Body, ConflictException, Controller, Headers, Param, PreconditionFailedException } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { staffCommand, type RequestPage, type StaffCommand } from '#contracts/request-page';
import { versionIn } from '#contracts/if-match';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { isRefusal } from '#domain/request/refusal';
import { isConflict } from '#persistence/ledger';
import { CommandGiver } from './command-giver.js';
import { RequestFiles } from './request-file.js';
import { RequestPages } from './request-pages.js';

/** What staff do with a request. */
@Controller()
export class CommandController {
  constructor(
    private readonly files: RequestFiles,
    private readonly pages: RequestPages,
    private readonly giver: CommandGiver,
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
    const outcome = await this.giver.give(file, seen, given, giver);
    if (isRefusal(outcome)) throw new ConflictException({ code: outcome.refused });
    if (isConflict(outcome)) throw new PreconditionFailedException({ code: 'version-outdated' });
    return this.pages.compose(await this.files.open(reference), giver);
  }
}
