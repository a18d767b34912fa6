import { Controller, Get, Header } from '@nestjs/common';
import { Database } from '#persistence/database';
import { deskMetrics } from '#features/operations/desk-metrics';
import { Readiness, type Ready } from '#features/operations/readiness';
import { EngineMetrics } from '#queue/engine-metrics';
import { Registry } from 'prom-client';

/** Probes and metrics of the worker, on a port of its own that is not for the public. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly database: Database,
    private readonly engine: EngineMetrics,
  ) {}

  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  ready(): Promise<Ready> {
    return this.readiness.assert();
  }

  @Get('metrics')
  @Header('Content-Type', Registry.PROMETHEUS_CONTENT_TYPE)
  async metrics(): Promise<string> {
    return `${await deskMetrics(this.database)}\n${await this.engine.registry.metrics()}`;
  }
}
