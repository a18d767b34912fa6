import { Body, Controller } from '@nestjs/common';
import { deskPreferences, type DeskPreferences } from '#contracts/desk-preferences';
import { USUAL_COLUMNS } from '#contracts/queue-columns';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { Database } from '#persistence/database';

/** What everybody begins with. */
const USUAL: DeskPreferences = { density: 'comfortable', columns: [...USUAL_COLUMNS] };

/** How whoever is signed in wants their desk to look. */
@Controller()
@Allow(...STAFF_ROLES)
export class PreferencesController {
  constructor(private readonly database: Database) {}

  @StaffRoute('preferences')
  async read(@SignedIn() { id }: StaffMember): Promise<DeskPreferences> {
    const [row] = await this.database.query<{ preferences: unknown }>(
      'select preferences from staff_preference where user_id = $1',
      [id],
    );
    // What another version wrote, and this one does not understand, is not worth an error.
    return deskPreferences.safeParse(row?.preferences).data ?? USUAL;
  }

  @StaffRoute('savePreferences')
  async save(
    @SignedIn() { id }: StaffMember,
    @Body({ schema: deskPreferences }) preferences: DeskPreferences,
  ): Promise<DeskPreferences> {
    await this.database.query(
      `insert into staff_preference (user_id, preferences) values ($1, $2)
       on conflict (user_id) do update set preferences = excluded.preferences`,
      [id, JSON.stringify(preferences)],
    );
    return preferences;
  }
}
