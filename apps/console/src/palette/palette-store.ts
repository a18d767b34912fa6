import { createStore } from '../live/store.js';

/** What stands over the page now: where things are found and done, or the list of shortcuts. */
export const paletteStore = createStore<'palette' | 'shortcuts' | null>(null);
