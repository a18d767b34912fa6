import { BadRequestException, Body, Controller, Headers } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { isTimeZone } from '#calendars/time-zones';
import { versionIn } from '#contracts/if-match';
import {
  organisationSettings,
  type OrganisationPage,
  type OrganisationSettings,
} from '#contracts/settings-organisation';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { COUNTRIES_WITH_AUTHORITY } from '#domain/law/supervisory-authorities';
import { STAFF_ROLES } from '#domain/request/actor';
import { Organisation } from '#persistence/organisation';
import { contactOf, profileOf, settingsOf } from './organisation-settings.js';
import { SettingParts } from './setting-parts.js';

const PART = 'organisation';

const wrong = (path: string, message: string): BadRequestException =>
  new BadRequestException({ code: 'invalid-input', errors: [{ path, message }] });

/** Who answers requests: name, contacts, languages, place. It stands in every letter and on every page of the portal. */
@Controller()
export class OrganisationController {
  constructor(
    private readonly organisation: Organisation,
    private readonly parts: SettingParts,
  ) {}

  @StaffRoute('organisation')
  @Allow(...STAFF_ROLES)
  async read(): Promise<OrganisationPage> {
    const controller = await this.organisation.controller();
    const page = await this.parts.page(controller.id, PART, settingsOf(controller));
    return { ...page, countries: COUNTRIES_WITH_AUTHORITY };
  }

  /** Requests that are open keep the country and the zone in which they were received. */
  @StaffRoute('changeOrganisation')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version of the organisation that was looked at' })
  @Allow('administrator')
  async change(
    @SignedIn() { id: staffId }: StaffMember,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: organisationSettings }) after: OrganisationSettings,
  ): Promise<OrganisationPage> {
    if (!COUNTRIES_WITH_AUTHORITY.includes(after.country)) throw wrong('country', 'has no authority on record');
    if (!isTimeZone(after.timeZone)) throw wrong('timeZone', 'is no time zone');
    const controller = await this.organisation.controller();
    await this.parts.change({
      controllerId: controller.id,
      part: PART,
      seen: versionIn(ifMatch),
      before: settingsOf(controller),
      after,
      staffId,
      apply: (session) =>
        session.query(
          `update controller set name = $2, country = $3, time_zone = $4, languages = $5, profile = $6, sender = $7,
             record_of_processing = jsonb_set(record_of_processing, '{controller}', $8) where id = $1`,
          [
            controller.id,
            after.name,
            after.country,
            after.timeZone,
            after.languages,
            JSON.stringify(profileOf(after)),
            after.sender,
            JSON.stringify(contactOf(after)),
          ],
        ),
    });
    return this.read();
  }
}
