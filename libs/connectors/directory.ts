import type { Connector } from './connector.js';

/** The connectors of the desk's registers, made when they are first needed. */
export class ConnectorDirectory {
  readonly #load: () => Promise<readonly Connector[]>;
  readonly #close: () => Promise<void>;
  #connectors: Promise<readonly Connector[]> | null = null;

  constructor(load: () => Promise<readonly Connector[]>, close: () => Promise<void>) {
    this.#load = load;
    this.#close = close;
  }

  /** Called by the framework when the process stops. */
  onApplicationShutdown(): Promise<void> {
    return this.#close();
  }

  /** All connectors; a failed attempt to make them is tried anew at the next call. */
  all(): Promise<readonly Connector[]> {
    this.#connectors ??= this.#load().catch((error: unknown) => {
      this.#connectors = null;
      throw error;
    });
    return this.#connectors;
  }

  /** The connector of one register; undefined where people do the work. */
  async of(registerId: string): Promise<Connector | undefined> {
    return (await this.all()).find(({ register }) => register.id === registerId);
  }
}
