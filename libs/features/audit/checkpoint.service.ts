import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '#persistence/database';
import { Keyring } from '#persistence/keyring';
import { exportCheckpoints } from './checkpoint-file.js';
import { checkpointDue, makeCheckpoint } from './checkpoint.js';

/** The file outside the database that checkpoints are appended to. */
export const CHECKPOINT_FILE = Symbol('CHECKPOINT_FILE');

const LOOK_EVERY_MS = 15_000;

/** Signs the ledger every 15 minutes or 1000 entries, in every worker: whichever is first does it for all. */
@Injectable()
export class CheckpointService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(CheckpointService.name);
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    @Inject(CHECKPOINT_FILE) private readonly file: string,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(): void {
    this.#running ??= this.#sign().finally(() => {
      this.#running = null;
    });
  }

  async #sign(): Promise<void> {
    try {
      if (await checkpointDue(this.database)) await makeCheckpoint(this.database, this.keyring.signingKey);
      await exportCheckpoints(this.database, this.file);
    } catch (error) {
      // The next look tries again; an audit that cannot be signed for a while must not stop the desk.
      this.#logger.warn({ checkpoint: 'failed', error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}
