import { Controller, Get } from '@nestjs/common';
import { Readiness } from '#features/operations/readiness';

/** Probes: is the process alive, and can it do its work? Anybody may ask, so they tell nothing that helps an attacker. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready() {
    const { status } = await this.readiness.assert();
    return { status };
  }
}
