import { Inject, Injectable, Optional, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { Database } from '#persistence/database';
import { MIGRATION_NAMES } from '#persistence/orm';
import { within } from '#queue/within';

/** How long an answer is awaited, in seconds. */
const PATIENCE = 2;

/** Something that a process cannot do its work without. */
export interface Condition {
  readonly name: string;
  /** Null when it holds, otherwise what is wrong and what to do. */
  readonly look: () => Promise<string | null>;
  /** What is said when the look itself fails or takes too long; no library's words, which name hosts. */
  readonly silence: string;
}

/** What a process needs besides the database. */
export const CONDITIONS = Symbol('CONDITIONS');

export interface Ready {
  readonly status: 'ok';
  /** The newest change of the schema in the database, which may be newer than this release during an upgrade. */
  readonly schema: string;
}

/** Can this process do its work? Sentences for an operator, and nothing about people or machines. */
@Injectable()
export class Readiness {
  readonly #conditions: readonly Condition[];
  #leaving = false;

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    @Optional() @Inject(CONDITIONS) more: readonly Condition[] = [],
  ) {
    this.#conditions = [
      {
        name: 'database',
        look: async () => {
          await this.database.query('select 1');
          return null;
        },
        silence: 'The database does not answer.',
      },
      {
        name: 'schema',
        look: async () => schemaProblem(await this.#migrations()),
        silence: 'The database does not tell which changes of the schema it has.',
      },
      ...more,
    ];
  }

  /** From now on it is not ready, whatever holds: it will stop. */
  leave(): void {
    this.#leaving = true;
  }

  /** Throws 503 with the code `not-ready` and a sentence for each condition that does not hold. */
  async assert(): Promise<Ready> {
    if (this.#leaving) throw notReady([STOPPING]);
    const result = await this.#check();
    if (result.status === 'shutting_down') throw notReady([STOPPING]);
    const errors = Object.entries(result.error ?? {}).map(([path, found]) => ({
      path,
      message: String(found?.['message']),
    }));
    if (errors.length > 0) throw notReady(errors);
    return { status: 'ok', schema: (await this.#migrations()).at(-1) ?? '' };
  }

  #check(): Promise<HealthCheckResult> {
    const checks = this.#conditions.map(({ name, look, silence }) => async () => {
      const silent = () => new Error(silence);
      const problem = await within(PATIENCE, look(), silent).catch(() => silence);
      return problem === null ? this.indicators.check(name).up() : this.indicators.check(name).down(problem);
    });
    return this.health.check(checks).catch((error: unknown) => {
      if (error instanceof ServiceUnavailableException) return error.getResponse() as HealthCheckResult;
      throw error;
    });
  }

  async #migrations(): Promise<readonly string[]> {
    const rows = await this.database.query<{ name: string }>('select name from mikro_orm_migrations order by id');
    return rows.map(({ name }) => name);
  }
}

const STOPPING = { path: 'process', message: 'The process is stopping.' };

const schemaProblem = (run: readonly string[]): string | null => {
  const missing = MIGRATION_NAMES.filter((name) => !run.includes(name));
  return missing.length === 0
    ? null
    : `${missing.length} changes of the schema are missing; start one process of this release, which brings them in.`;
};

const notReady = (errors: readonly { path: string; message: string }[]): ServiceUnavailableException =>
  new ServiceUnavailableException({ code: 'not-ready', errors });
