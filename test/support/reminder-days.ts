import { isRefusal } from '#domain/request/refusal';
import { DigestPlanner } from '#features/correspondence/digest-planner';
import { DeskClock } from '#persistence/desk-clock';
import { isConflict } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { newReference } from '#persistence/tokens';
import { REGISTERS } from './registers.js';
import { eventually, type WholeDesk } from './whole-desk.js';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';
import type { RecordedMail } from './smtp.js';

/** The requests that are lived through, each of which lives another life. All came in on Monday 9 November 2026. */
const NAMES = ['plain', 'asked', 'extended', 'withdrawn', 'challenged'] as const;

type Name = (typeof NAMES)[number];

export const ADMINISTRATOR = 'ylla.pito@aurinkosahko.example';

const FIRST_DAY = Temporal.PlainDate.from('2026-11-09');
const LAST_DAY = Temporal.PlainDate.from('2026-12-11');

/** What an officer, or the person, does on a day at nine, after the reminders of eight have gone out. */
const DEEDS: Readonly<Record<string, readonly [Name, Command, object]>> = {
  '2026-11-10': ['asked', { type: 'requestIdentity' }, { words: 'Epäselvä osoite.', wanted: 'Laskun numero.' }],
  '2026-11-12': ['extended', { type: 'extendDeadline' }, { words: 'Paljon.', grounds: ['complexity'] }],
  '2026-11-20': ['withdrawn', { type: 'withdraw' }, {}],
  '2026-11-24': ['challenged', { type: 'withdraw' }, {}],
  '2026-12-03': ['asked', { type: 'recordReply', sufficient: true }, {}],
};

/** Five requests on a whole desk, and every mail that was sent about them, day by day. Its workers run elsewhere. */
export class ReminderDays {
  readonly #desk: WholeDesk;
  readonly #planner: DigestPlanner;
  readonly #ids = new Map<Name, string>();
  readonly #letters = new Map<string, string>();
  #officer: Actor = { kind: 'desk' };
  /** The mails of each day, in the order in which they were sent. */
  readonly mails = new Map<string, readonly RecordedMail[]>();
  /** Name by reference. */
  readonly references = new Map<string, Name>();

  constructor(desk: WholeDesk) {
    this.#desk = desk;
    const { database, calendars, orm } = desk;
    this.#planner = new DigestPlanner(database, new DeskClock(database, calendars), new Organisation(orm));
  }

  /** Files the requests, early on their day. `plain` is the officer's, the others are nobody's. */
  async begin(name: string): Promise<void> {
    const { database, people } = this.#desk;
    await database.query(
      `insert into staff_user (id, email, name, role, language, created_at)
       values (gen_random_uuid(), $1, 'Yllä Pito', 'administrator', 'en', now())`,
      [ADMINISTRATOR],
    );
    const [row] = await database.query<{ id: string; controller: string }>(
      `select staff_user.id, controller.id as controller from staff_user, controller where role = 'officer'`,
    );
    const id = row?.id ?? '';
    this.#officer = { kind: 'staff', id, role: 'officer' };
    await this.goTo(FIRST_DAY.toString(), '07:30');
    const emails = people.flatMap(({ email }) => email ?? []);
    for (const [index, one] of NAMES.entries()) {
      await this.#file(one, row?.controller ?? '', name, emails[20 + index] ?? '');
    }
    await this.#give('plain', { type: 'assign', assignee: id }, {});
    await this.#give('challenged', { type: 'startVerification' }, {});
  }

  /** Lives through all days, with whichever workers are there. */
  async live(): Promise<void> {
    let sent = 0;
    for (let day = FIRST_DAY; Temporal.PlainDate.compare(day, LAST_DAY) <= 0; day = day.add({ days: 1 })) {
      await this.goTo(day.toString(), '08:05');
      await this.#planner.plan();
      await this.quiet();
      await this.goTo(day.toString(), '09:00');
      const deed = DEEDS[day.toString()];
      if (deed !== undefined) await this.#give(...deed);
      await this.quiet();
      const all = this.#desk.smtp.journal();
      this.mails.set(day.toString(), all.slice(sent));
      sent = all.length;
    }
  }

  /** Puts the desk's clock at a time of day in Helsinki. */
  async goTo(day: string, time: string): Promise<void> {
    await this.#desk.database.query('update artikla.time_shift set shift = $1::timestamptz - statement_timestamp()', [
      `${day}T${time}:00+02:00`,
    ]);
  }

  /** Waits until nothing that is due is left to do. */
  async quiet(): Promise<void> {
    await eventually('the workers to be done', async () => {
      const [waiting] = await this.#desk.database.query<{ count: number }>(
        `select count(*)::int as count from effect where state = 'pending' and due_at <= artikla.now()`,
      );
      return waiting?.count === 0 ? true : undefined;
    });
    const rows = await this.#desk.database.query<{ message_id: string; letter: string }>(
      'select message_id, letter from message',
    );
    for (const { message_id: id, letter } of rows) this.#letters.set(id, letter);
  }

  /** Which letter a mail is. */
  letterOf({ messageId }: RecordedMail): string {
    return this.#letters.get(messageId) ?? '';
  }

  nameIn({ raw }: RecordedMail): Name | undefined {
    return [...this.references].find(([reference]) => raw.includes(reference))?.[1];
  }

  /** What is told of each day that has anything. */
  byDay(tell: (mails: readonly RecordedMail[]) => readonly string[]): Record<string, readonly string[]> {
    const told = [...this.mails].map(([day, mails]) => [day, tell(mails).toSorted()] as const);
    return Object.fromEntries(told.filter(([, lines]) => lines.length > 0));
  }

  /** Deletes every reminder of a request, as no one ever should. */
  async deleteReminders(name: Name): Promise<void> {
    await this.#desk.database.query(`delete from effect where request_id = $1 and kind = 'remind'`, [
      this.#ids.get(name),
    ]);
  }

  async #give(name: Name, command: Command, content: object): Promise<void> {
    const outcome = await this.#desk.ledger.apply(this.#ids.get(name) ?? '', command, this.#officer, { content });
    if (isRefusal(outcome) || isConflict(outcome)) throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  }

  async #file(name: Name, controllerId: string, person: string, email: string): Promise<void> {
    const { requestId, state } = await this.#desk.ledger.open({
      controllerId,
      actor: { kind: 'person' },
      secretHash: Buffer.from('none'),
      person: { name: person, email, phone: null, customerNumber: null, words: person },
      facts: {
        reference: newReference(),
        regime: 'EU_GDPR',
        country: 'FI',
        timeZone: 'Europe/Helsinki',
        channel: 'portal',
        language: 'fi',
        receivedOn: null,
        rights: ['access'],
        registers: REGISTERS,
        hasEmail: true,
      },
    });
    this.#ids.set(name, requestId);
    this.references.set(state.reference, name);
  }
}
