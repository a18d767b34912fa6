import { Injectable } from '@nestjs/common';
import type { MissingSetting } from '#contracts/set-up';
import { DeskMail } from '#letters/desk-mail';
import { Database } from '#persistence/database';
import { Organisation } from '#persistence/organisation';
import type { Controller } from '#persistence/entities/controller';

const organisationLacks = ({ name, sender, profile }: Controller): MissingSetting[] => [
  ...(name === '' ? (['organisation-name'] as const) : []),
  ...(sender === '' || !profile.dataProtectionOfficer?.email ? (['organisation-contact'] as const) : []),
];

const recordLacks = ({ recordOfProcessing: { activities, gaps } }: Controller): MissingSetting[] => {
  if (activities.length === 0) return ['record-empty'];
  return gaps.length > 0 ? ['record-gaps'] : [];
};

/** What a desk still needs before it can answer people, looked up anew each time. */
@Injectable()
export class MissingSettings {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly mail: DeskMail,
  ) {}

  async organisationAndRecord(): Promise<Record<'organisation' | 'record', MissingSetting[]>> {
    const controller = await this.organisation.controller();
    return { organisation: organisationLacks(controller), record: recordLacks(controller) };
  }

  async registers(): Promise<MissingSetting[]> {
    const rows = await this.database.query<{ unconnected: boolean; failing: boolean }>(
      `select connector is not null and connection_sealed is null as unconnected,
         coalesce(check_result <> 'ok', false) and connector is not null as failing
       from register where retired_at is null`,
    );
    if (rows.length === 0) return ['registers-none'];
    return [
      ...(rows.some(({ unconnected }) => unconnected) ? (['registers-no-connection'] as const) : []),
      ...(rows.some(({ failing }) => failing) ? (['registers-failing'] as const) : []),
    ];
  }

  /** Who decided does not approve, so it takes two; one of them an approver. */
  async users(): Promise<MissingSetting[]> {
    const rows = await this.database.query<{ role: string }>(
      `select role from staff_user where disabled_at is null and role in ('officer', 'approver')`,
    );
    return [
      ...(rows.length < 2 ? (['users-no-officer'] as const) : []),
      ...(rows.some(({ role }) => role === 'approver') ? [] : (['users-no-approver'] as const)),
    ];
  }

  mailServer(testedAt: string | null): MissingSetting[] {
    if (!this.mail.hasServer) return ['mail-no-server'];
    return testedAt === null ? ['mail-untested'] : [];
  }
}
