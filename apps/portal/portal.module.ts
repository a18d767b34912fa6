import { Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { Addresses } from '#contracts/addresses';
import { logging } from '#contracts/logging';
import { DraftStore } from '#features/intake/draft.store';
import { Filing } from '#features/intake/filing.service';
import { FollowController } from '#features/intake/follow.controller';
import { IntakeController } from '#features/intake/intake.controller';
import { ReceiptReader } from '#features/intake/receipt.reader';
import { RequestApiController } from '#features/intake/request-api.controller';
import { StatusReader } from '#features/intake/status.reader';
import { AnswerController } from '#features/response/answer.controller';
import { AnswerReader } from '#features/response/answer.reader';
import { ChallengeController } from '#features/verification/challenge.controller';
import { ContactController } from '#features/verification/contact.controller';
import { Readiness } from '#features/operations/readiness';
import { PersistenceModule, type PersistenceOptions } from '#persistence/persistence.module';
import { FileStorage } from '#storage/file-storage';
import { HealthController } from './health.controller.js';
import { PortalController } from './portal.controller.js';

export interface PortalModuleOptions extends PersistenceOptions {
  readonly addresses: Addresses;
  /** Folder of the sealed files. */
  readonly storageDir: string;
  readonly logLevel: string;
}

/** HTTP for the public. It looks nobody up and starts no jobs: it writes down what people say, and shows them theirs. */
@Module({})
export class PortalModule {
  static forRoot({ addresses, storageDir, logLevel, ...persistence }: PortalModuleOptions): DynamicModule {
    return {
      module: PortalModule,
      imports: [
        LoggerModule.forRoot(logging(logLevel)),
        PersistenceModule.forRoot(persistence),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [
        HealthController,
        PortalController,
        RequestApiController,
        IntakeController,
        ContactController,
        ChallengeController,
        FollowController,
        AnswerController,
      ],
      providers: [
        { provide: Addresses, useValue: addresses },
        { provide: FileStorage, useValue: new FileStorage(storageDir) },
        Readiness,
        DraftStore,
        Filing,
        ReceiptReader,
        StatusReader,
        AnswerReader,
      ],
    };
  }
}
