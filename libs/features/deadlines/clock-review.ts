import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Ledger } from '#persistence/ledger';
import { tellRules } from '#persistence/rules-in-use';

const LOOK_EVERY_MS = 60_000;
const AT_ONCE = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** What the open requests of each organisation were counted by: one step in the index for each answer, not each request. */
const GROUPS = `with recursive groups as (
    (select controller_id, counted_by from subject_request where closed_on is null
     order by controller_id, counted_by limit 1)
    union all
    select next.controller_id, next.counted_by from groups, lateral (
      select controller_id, counted_by from subject_request as request
      where closed_on is null
        and (request.controller_id, request.counted_by) > (groups.controller_id, groups.counted_by)
      order by controller_id, counted_by limit 1) as next)
  select controller_id, counted_by from groups`;

/** One part of a group, on from an id: what is looked at leaves the group or not, but is not met again. */
const MEMBERS = `select id, reference from subject_request
  where closed_on is null and controller_id = $1 and counted_by = $2 and id > $3 order by id limit ${AT_ONCE}`;

/** After every stamp of this engine, which has a space there, and before those of the next. */
const NEXT_ENGINE = `${ENGINE_VERSION}!`;

interface Group {
  readonly controller_id: string;
  readonly counted_by: string;
}

interface Member {
  readonly id: string;
  readonly reference: string;
}

/** The country in a stamp (`ClockReading.countedBy`); none in one from before stamps had it. */
const countryOf = (countedBy: string): string | undefined => /^\S+ ([A-Z]{2}) /.exec(countedBy)?.[1];

/**
 * After an update of the rules, the holidays or the organisation's settings: counts every open request anew. Reminders
 * and the organisation's own dates follow at once; where a statutory date would be another, a finding is raised and the
 * date stays (ADR 9).
 */
@Injectable()
export class ClockReview implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(ClockReview.name);
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<unknown> | null = null;
  #stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly ledger: Ledger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#begin(), LOOK_EVERY_MS);
    this.#begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Looks once at all that was counted by something else; how many were. What fails is tried at the next look. */
  async look(): Promise<number> {
    let counted = 0;
    for (const group of await this.#stale()) counted += await this.#lookAt(group);
    if (counted > 0) this.#logger.log({ review: 'counted open requests anew', counted });
    return counted;
  }

  /**
   * The groups counted by something else than what this process would count them by. What a newer version of the desk
   * has counted, or a newer table of holidays that runs beside this one, is left to that one.
   */
  async #stale(): Promise<readonly Group[]> {
    const groups = await this.database.query<Group>(GROUPS);
    await this.#tell(groups);
    const readings = await this.clock.readAll();
    return groups.filter(({ controller_id, counted_by }) => {
      const country = countryOf(counted_by);
      const reading = readings.get(controller_id);
      if (country === undefined || reading === undefined) return counted_by < NEXT_ENGINE;
      if (counted_by >= NEXT_ENGINE || reading.isOutrun(country)) return false;
      return counted_by !== reading.countedBy(country);
    });
  }

  /** Tells other processes which rules and holidays this one counts by. */
  async #tell(groups: readonly Group[]): Promise<void> {
    const reading = await this.clock.read();
    const countries = new Set(groups.flatMap(({ counted_by }) => countryOf(counted_by) ?? []));
    for (const country of countries) await tellRules(this.database, reading.rulesOf(country));
  }

  async #lookAt({ controller_id, counted_by }: Group): Promise<number> {
    let counted = 0;
    const after = (last: string) => this.database.query<Member>(MEMBERS, [controller_id, counted_by, last]);
    for (let batch = await after(BEFORE_ALL); batch.length > 0; batch = await after(batch.at(-1)?.id ?? BEFORE_ALL)) {
      for (const member of batch) {
        if (this.#stopping) return counted;
        if (await this.#refresh(member)) counted += 1;
      }
    }
    return counted;
  }

  async #refresh({ id, reference }: Member): Promise<boolean> {
    try {
      await this.ledger.refresh(id);
      return true;
    } catch (error) {
      this.#logger.error({ review: 'failed', reference, error: error instanceof Error ? error.name : '' });
      return false;
    }
  }

  #begin(): void {
    this.#looking ??= this.look()
      .catch((error: unknown) =>
        this.#logger.warn({ review: 'failed', error: error instanceof Error ? error.name : '' }),
      )
      .finally(() => {
        this.#looking = null;
      });
  }
}
