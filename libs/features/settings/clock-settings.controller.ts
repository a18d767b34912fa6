import { BadRequestException, Body, Controller, Headers, Logger, PreconditionFailedException } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { clockSettings, type ClockSettingsPage } from '#contracts/clock-settings';
import { versionIn } from '#contracts/if-match';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { changeClockSettings, listClockSettings } from '#persistence/clock-settings-rows';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Organisation } from '#persistence/organisation';
import type { ClockSettings } from '#domain/clock-settings';

const CHANGES_SHOWN = 20;

/** What the organisation sets beside the law. A worker counts the open requests anew soon after a change. */
@Controller()
export class ClockSettingsController {
  readonly #logger = new Logger(ClockSettingsController.name);

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly organisation: Organisation,
  ) {}

  @StaffRoute('clockSettings')
  @Allow(...STAFF_ROLES)
  async read(): Promise<ClockSettingsPage> {
    const [reading, { id }] = await Promise.all([this.clock.read(), this.organisation.controller()]);
    const changes = await listClockSettings(this.database, id, CHANGES_SHOWN);
    const { version, settings, policies } = reading;
    return { version, settings, policies: [...policies], changes };
  }

  /** Answers 412 `version-outdated` when somebody else has changed them since. */
  @StaffRoute('changeClockSettings')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version of the settings that was looked at' })
  @Allow('administrator')
  async change(
    @SignedIn() { id: staffId }: StaffMember,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: clockSettings }) settings: ClockSettings,
  ): Promise<ClockSettingsPage> {
    const seen = versionIn(ifMatch);
    const [{ policies }, controller] = await Promise.all([this.clock.read(), this.organisation.controller()]);
    if (!policies.includes(settings.holidayPolicy)) {
      throw new BadRequestException({
        code: 'invalid-input',
        errors: [{ path: 'holidayPolicy', message: 'is no policy of this country' }],
      });
    }
    const changed = await changeClockSettings(this.database, controller.id, seen, settings, staffId);
    if (!changed) throw new PreconditionFailedException({ code: 'version-outdated' });
    this.#logger.log(`${staffId} made version ${seen + 1} of the clock settings`);
    return this.read();
  }
}
