import { fileURLToPath } from 'node:url';

/** The project's folder: where data and the built apps are. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
