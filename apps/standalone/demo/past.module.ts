import { Module, type DynamicModule } from '@nestjs/common';
import { HANDLERS } from '#apps/worker/handlers';
import { WorkerPartsModule, type WorkerParts } from '#apps/worker/worker-parts.module';
import { Sessions } from '#features/accounts/sessions';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { PersistenceModule, type PersistenceOptions } from '#persistence/persistence.module';
import { USUAL_LEASE_SECONDS } from '#queue/effect-rows';
import { ClockWatermark } from '#queue/clock-watermark';
import { EFFECT_HANDLERS, EffectRunner, LEASE_SECONDS } from '#queue/effect-runner';
import type { EffectHandler } from '#queue/effect-handler';
import type { MailTransport } from '#letters/mail-transport';

/** The mails of the demo's past left long ago; only what happens from now on reaches the catcher. */
export const LEFT_LONG_AGO: MailTransport = {
  send: async (_mail, onPointOfNoReturn) => {
    await onPointOfNoReturn();
    return { accepted: true, response: '250 left long ago' };
  },
};

export type PastOptions = PersistenceOptions & Omit<WorkerParts, 'transport'>;

/** The worker's own handlers without queues, so that a past can be lived through in seconds. */
@Module({})
export class PastModule {
  static forRoot(options: PastOptions): DynamicModule {
    return {
      module: PastModule,
      imports: [
        PersistenceModule.forRoot(options),
        WorkerPartsModule.forRoot({ ...options, transport: LEFT_LONG_AGO }),
      ],
      providers: [
        ...HANDLERS,
        { provide: LEASE_SECONDS, useValue: USUAL_LEASE_SECONDS },
        { provide: EFFECT_HANDLERS, useFactory: (...all: EffectHandler[]) => all, inject: HANDLERS },
        ClockWatermark,
        EffectRunner,
        Sessions,
        StaffAccounts,
      ],
    };
  }
}
