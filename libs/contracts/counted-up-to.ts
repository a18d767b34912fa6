/** Counting stops here, so that a list of a million costs no more than a short one: this many means "at least". */
export const COUNTED_UP_TO = 1000;
