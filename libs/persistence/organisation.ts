import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Controller } from './entities/controller.js';
import { Register } from './entities/register.js';
import type { RegisterInScope } from '#domain/request/events';

/** Who answers, and the systems in which they hold personal data. Read anew each time: settings may change. */
@Injectable()
export class Organisation {
  constructor(private readonly orm: MikroORM) {}

  /** The organisation of this desk. Throws when the desk has not been set up yet. */
  async controller(): Promise<Controller> {
    const [controller] = await this.orm.em.fork().find(Controller, {}, { orderBy: { id: 'asc' }, limit: 1 });
    if (controller === undefined) throw new Error('the desk has no organisation yet');
    return controller;
  }

  async registers(): Promise<Register[]> {
    return this.orm.em.fork().find(Register, {}, { orderBy: { position: 'asc' } });
  }

  /** The registers as a new request records them; those that are retired are left out. */
  async scope(): Promise<RegisterInScope[]> {
    const registers = await this.registers();
    const inUse = registers.filter(({ retiredAt }) => retiredAt === null);
    return inUse.map(({ id, dataClass, capabilities }) => ({ id, dataClass, capabilities }));
  }
}
