import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService, MikroOrmHealthIndicator } from '@nestjs/terminus';
import { MikroORM } from '@mikro-orm/postgresql';
import { Public } from '#contracts/staff-access';

/** How long an answer of the database is awaited, in milliseconds. */
const PATIENCE = 2_000;

/** Probes: is the process alive, and can it do its work? They tell nothing else, since anybody may ask. */
@Controller('health')
@Public()
@ApiExcludeController()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: MikroOrmHealthIndicator,
    private readonly indicators: HealthIndicatorService,
    private readonly orm: MikroORM,
  ) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready() {
    await this.health.check([
      () => this.database.pingCheck('database').withTimeout(PATIENCE),
      () =>
        this.indicators
          .check('schema')
          .attempt(() => this.#assertMigrated())
          .withTimeout(PATIENCE),
    ]);
    return { status: 'ok' };
  }

  async #assertMigrated(): Promise<void> {
    const pending = await this.orm.migrator.getPending();
    if (pending.length > 0) throw new Error('migrations are waiting');
  }
}
