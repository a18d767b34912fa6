import { setTimeout } from 'node:timers/promises';
import { Readiness } from './readiness.js';
import type { INestApplication } from '@nestjs/common';

/** A proxy that asks every half second has noticed by then. */
const NOTICE_MS = 2000;

/**
 * Stops a process that answers people: first it says that it is not ready and goes on answering, so that a proxy sends nobody
 * to it any more, and only then it closes. A request that met a closing port would be lost.
 */
export const leave = async (app: INestApplication): Promise<void> => {
  app.get(Readiness).leave();
  await setTimeout(NOTICE_MS);
  await app.close();
};
