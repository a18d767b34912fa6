import { Body, Controller, Headers } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { versionIn } from '#contracts/if-match';
import { recordSettings, type RecordPage, type RecordSettings } from '#contracts/settings-record';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { LANGUAGES, type Localised } from '#domain/language';
import { fieldsThatLack, type RecordField, type RecordOfProcessing } from '#domain/record-of-processing';
import { STAFF_ROLES } from '#domain/request/actor';
import { civilDateOf } from '#domain/time-source';
import { DatabaseTime } from '#persistence/database-time';
import { Organisation } from '#persistence/organisation';
import { translatorFor } from '#texts/load-messages';
import { SettingParts } from './setting-parts.js';

const PART = 'record';

const settingsOf = (record: Partial<RecordOfProcessing>): RecordSettings => ({
  activities: (record.activities ?? []) as RecordSettings['activities'],
  automatedDecisions: record.automatedDecisions ?? null,
  protection: record.protection ?? null,
  gaps: (record.gaps ?? []) as RecordSettings['gaps'],
});

const whyLacking = (field: RecordField): Localised => {
  const [fi, sv, en] = LANGUAGES.map((language) => translatorFor(language)(`administration.gap.${field}`));
  return { fi: fi ?? '', sv: sv ?? '', en: en ?? '' };
};

/** What somebody noted stays; what lacks is noted by itself, so that no letter is approved without it. */
const withGaps = (typed: RecordSettings): RecordSettings => {
  const noted = typed.gaps.map(({ field }) => field);
  const lacking = fieldsThatLack(typed).filter((field) => !noted.includes(field));
  return { ...typed, gaps: [...typed.gaps, ...lacking.map((field) => ({ field, why: whyLacking(field) }))] };
};

/** The record of processing activities (GDPR art. 30): what letters tell of purposes, recipients, retention (art. 15(1)). */
@Controller()
export class RecordController {
  constructor(
    private readonly organisation: Organisation,
    private readonly parts: SettingParts,
    private readonly time: DatabaseTime,
  ) {}

  @StaffRoute('record')
  @Allow(...STAFF_ROLES)
  async read(): Promise<RecordPage> {
    const { id, recordOfProcessing } = await this.organisation.controller();
    return this.parts.page(id, PART, settingsOf(recordOfProcessing));
  }

  @StaffRoute('changeRecord')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version of the record that was looked at' })
  @Allow('administrator')
  async change(
    @SignedIn() { id: staffId }: StaffMember,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: recordSettings }) typed: RecordSettings,
  ): Promise<RecordPage> {
    const [controller, now] = await Promise.all([this.organisation.controller(), this.time.now()]);
    const after = withGaps(typed);
    const updatedOn = civilDateOf(now, controller.timeZone).toString();
    await this.parts.change({
      controllerId: controller.id,
      part: PART,
      seen: versionIn(ifMatch),
      before: settingsOf(controller.recordOfProcessing),
      after,
      staffId,
      apply: (session) =>
        session.query('update controller set record_of_processing = record_of_processing || $2 where id = $1', [
          controller.id,
          JSON.stringify({ ...after, updatedOn }),
        ]),
    });
    return this.read();
  }
}
