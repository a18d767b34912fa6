import { Controller, Get, Header } from '@nestjs/common';
import { HealthCheckService, MikroOrmHealthIndicator } from '@nestjs/terminus';
import { Database } from '#persistence/database';
import { effectMetrics } from '#queue/effect-metrics';

/** How long an answer of the database is awaited, in milliseconds. */
const PATIENCE = 2_000;

/** Probes and metrics of the worker, on a port of its own that is not for the public. */
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly orm: MikroOrmHealthIndicator,
    private readonly database: Database,
  ) {}

  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready() {
    await this.health.check([() => this.orm.pingCheck('database').withTimeout(PATIENCE)]);
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return effectMetrics(this.database);
  }
}
