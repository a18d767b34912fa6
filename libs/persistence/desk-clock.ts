import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { withDefaults, type ClockSettings, type StoredClockSettings } from '#domain/clock-settings';
import { civilDateOf } from '#domain/time-source';
import { INSTANT_TEXT } from './database-time.js';
import { areOutrun, RULES_IN_USE, type ToldRules } from './rules-in-use.js';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { Counting } from '#domain/request/standing';
import type { SqlSession } from './database.js';
import type { DeskCalendars } from './injection.js';

/** Where a request is counted. */
interface Place {
  readonly country: string;
  readonly timeZone: string;
}

/** The desk's time with the country and the settings of the organisation, as SQL over the id of the organisation. */
export const CLOCK_COLUMNS = (controllerId: string, now = 'artikla.now()'): string => `${INSTANT_TEXT(now)} as now,
  (select own.country from controller own where own.id = ${controllerId}) as desk_country,
  (select jsonb_build_object('version', own.version, 'settings', own.settings) from clock_settings own
   where own.controller_id = ${controllerId} order by own.version desc limit 1) as clock_settings,
  ${RULES_IN_USE}`;

/** What `CLOCK_COLUMNS` give; null settings are those that nobody has touched. */
export interface ClockRow {
  readonly now: string;
  readonly desk_country: string;
  readonly clock_settings: { readonly version: number; readonly settings: StoredClockSettings } | null;
  readonly rules_in_use: readonly ToldRules[];
}

/** What everything was counted by at one moment: the time, the organisation's settings and the calendars. */
export class ClockReading {
  readonly now: Temporal.Instant;
  readonly settings: ClockSettings;
  /** Of the settings; 0 when nobody has touched them. */
  readonly version: number;
  /** The holiday policies that the organisation's country knows. */
  readonly policies: readonly string[];
  readonly #calendars: DeskCalendars;
  readonly #told: readonly ToldRules[];

  constructor({ now, desk_country, clock_settings, rules_in_use }: ClockRow, calendars: DeskCalendars) {
    this.now = Temporal.Instant.from(now);
    this.settings = withDefaults(clock_settings?.settings ?? {});
    this.version = clock_settings?.version ?? 0;
    this.#calendars = calendars;
    this.#told = rules_in_use;
    this.policies = calendars.policiesOf(desk_country);
  }

  /**
   * Names what a request of that country is counted by: what was counted by something else is looked at again. So is what
   * a process wrote that was outrun, by whichever judges next.
   */
  countedBy(country: string): string {
    const calendar = this.#calendars.of(country, this.settings.holidayPolicy);
    const unjudged = this.isOutrun(country) ? ' unjudged' : '';
    return `${ENGINE_VERSION} ${country} ${calendar.version} ${this.version}${unjudged}`;
  }

  /** Names the rules and the table of holidays of this process for a country, whatever the organisation has set. */
  rulesOf(country: string): string {
    const versions = this.#calendars.policiesOf(country).map((policy) => this.#calendars.of(country, policy).version);
    return [country, ENGINE_VERSION, ...versions].join(' ');
  }

  /** Does a process with newer rules or holidays run beside this one? Then it is for that one to judge kept dates. */
  isOutrun(country: string): boolean {
    return areOutrun(this.#told, country, this.rulesOf(country));
  }

  /** What a request there is counted by. */
  in({ country, timeZone }: Place): Counting {
    const { settings } = this;
    const calendar = this.#calendars.of(country, settings.holidayPolicy);
    return { today: civilDateOf(this.now, timeZone), calendar, settings, outrun: this.isOutrun(country) };
  }

  /** The calendars of a country under the policies that the organisation has not chosen. */
  others(country: string): readonly { readonly policy: string; readonly calendar: WorkingCalendar }[] {
    const chosen = this.#calendars.of(country, this.settings.holidayPolicy);
    return this.#calendars
      .policiesOf(country)
      .map((policy) => ({ policy, calendar: this.#calendars.of(country, policy) }))
      .filter(({ calendar }) => calendar.version !== chosen.version);
  }
}

/** Tells what the dates of requests are counted by; asked anew each time, because settings may change. */
export class DeskClock {
  readonly #session: SqlSession;
  readonly #calendars: DeskCalendars;

  constructor(session: SqlSession, calendars: DeskCalendars) {
    this.#session = session;
    this.#calendars = calendars;
  }

  async read(): Promise<ClockReading> {
    const [reading] = (await this.readAll()).values();
    if (reading === undefined) throw new Error('the desk has no organisation yet');
    return reading;
  }

  /** The readings of all organisations, by their ids. */
  async readAll(): Promise<ReadonlyMap<string, ClockReading>> {
    const rows = await this.#session.query<ClockRow & { readonly id: string }>(
      `select controller.id, ${CLOCK_COLUMNS('controller.id')} from controller order by controller.id`,
    );
    return new Map(rows.map((row) => [row.id, new ClockReading(row, this.#calendars)]));
  }
}
