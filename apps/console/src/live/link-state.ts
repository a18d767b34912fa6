import { createStore } from './store.js';

/** Whether changes of others arrive by themselves now. */
export const linkState = createStore<'opening' | 'live' | 'lost'>('opening');

/** Things that no entry of a ledger tells, such as work that fails, are looked at this often, in milliseconds. */
const WHILE_LIVE = 60_000;
const WHILE_LOST = 15_000;

/** How often what is on screen is asked for again. */
export const refreshEvery = (): number => (linkState.get() === 'lost' ? WHILE_LOST : WHILE_LIVE);
