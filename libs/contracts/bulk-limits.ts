/** So many requests can be chosen at once. */
export const MOST_CHOSEN = 500;

/** So many are done by one call, so that progress shows and no call takes long. */
export const BULK_AT_ONCE = 25;
