import { Controller, Get } from '@nestjs/common';
import { HealthCheckService, MikroOrmHealthIndicator } from '@nestjs/terminus';

/** How long an answer of the database is awaited, in milliseconds. */
const PATIENCE = 2_000;

/** Probes: is the process alive, and can it do its work? */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly orm: MikroOrmHealthIndicator,
  ) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready() {
    await this.health.check([() => this.orm.pingCheck('database').withTimeout(PATIENCE)]);
    return { status: 'ok' };
  }
}
