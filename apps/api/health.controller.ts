import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#contracts/staff-access';
import { Readiness } from '#features/operations/readiness';

/** Probes: is the process alive, and can it do its work? Anybody may ask, so they tell nothing that helps an attacker. */
@Controller('health')
@Public()
@ApiExcludeController()
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
