import { Injectable } from '@nestjs/common';
import type { Session } from '#contracts/session';
import { civilDateOf } from '#domain/time-source';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { Organisation } from '#persistence/organisation';

/** What the console needs to know before it shows anything: who sits at the desk, and the desk itself. */
@Injectable()
export class SessionView {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly time: DatabaseTime,
  ) {}

  /** `staff` are those who work here now. */
  async of(userId: string): Promise<Session> {
    const [controller, now, staff] = await Promise.all([
      this.organisation.controller(),
      this.time.now(),
      this.database.query<Session['user']>(
        'select id, name, role, language, single_keys as "singleKeys" from staff_user where disabled_at is null order by name, id',
      ),
    ]);
    const user = staff.find(({ id }) => id === userId);
    if (user === undefined) throw new Error('somebody is signed in who does not exist');
    return {
      user,
      organisation: controller.name,
      staff: staff.map(({ id, name, role }) => ({ id, name, role })),
      country: controller.country,
      timeZone: controller.timeZone,
      today: civilDateOf(now, controller.timeZone).toString(),
      demo: controller.demo,
    };
  }
}
