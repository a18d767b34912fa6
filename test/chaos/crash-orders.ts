import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files between the storm and its workers: where they are to die, and what a mutation has changed in them. */
export const orderFiles = (folder: string) => ({ dieAt: join(folder, 'die-at'), mutated: join(folder, 'mutated') });

/** Tells workers at work where to die. */
export class CrashOrders {
  readonly folder: string;
  readonly #files: ReturnType<typeof orderFiles>;

  private constructor(folder: string) {
    this.folder = folder;
    this.#files = orderFiles(folder);
  }

  static async open(folder: string): Promise<CrashOrders> {
    await mkdir(folder);
    const orders = new CrashOrders(folder);
    await Promise.all(Object.values(orders.#files).map((file) => writeFile(file, '')));
    return orders;
  }

  /** Who comes by one of these points from now on dies there. */
  async dieAt(points: readonly string[]): Promise<void> {
    await writeFile(this.#files.dieAt, points.join());
  }

  /** What a mutation has really changed in some worker. */
  async mutated(): Promise<ReadonlySet<string>> {
    return new Set((await readFile(this.#files.mutated, 'utf8')).split('\n').slice(0, -1));
  }
}
