import type { Response } from 'express';
import type { LiveChange } from '#contracts/live';
import type { Listener } from './listener.js';

/** How long a browser waits before it connects again, in milliseconds. */
const RETRY_MS = 2000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Whatever stands between must neither keep, nor compress, nor collect what should arrive at once.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** A stream of server-sent events on one answer (HTML standard, section 9.2). */
export class EventStream implements Listener {
  readonly controllerId: string;
  readonly session: string;
  readonly #response: Response;
  /** Events that did not fit while the reader was slow. */
  #missed = false;

  constructor(response: Response, controllerId: string, session: string) {
    this.#response = response;
    this.controllerId = controllerId;
    this.session = session;
  }

  get #isOpen(): boolean {
    return this.#response.headersSent && !this.#response.writableEnded;
  }

  open(resumed: boolean, id: number): void {
    this.#response.status(200).set(HEADERS).flushHeaders();
    this.#response.write(`retry: ${RETRY_MS}\n\n`);
    this.#write('ready', id, { resumed });
  }

  /**
   * Before it is open it needs nothing: its page fetches everything anew then, or is told what it missed. While a reader does
   * not keep up nothing is kept for it either; once it does it is told to look at everything anew.
   */
  tell(changes: readonly LiveChange[] | null, id: number): void {
    if (!this.#isOpen) return;
    if (this.#response.writableNeedDrain) {
      this.#missed = true;
      return;
    }
    this.#write('changes', id, { changes: this.#missed ? null : changes });
    this.#missed = false;
  }

  beat(id: number): void {
    if (this.#missed) this.tell(null, id);
    else if (this.#isOpen && !this.#response.writableNeedDrain) this.#response.write(': here\n\n');
  }

  end(): void {
    this.#response.end();
  }

  #write(event: string, id: number, data: object): void {
    this.#response.write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}
