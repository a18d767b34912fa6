/**
 * Sent with a call that a page makes by itself while nobody touches it. Such a call does not prolong the session; claiming
 * so falsely only ends one's own session earlier.
 */
export const UNATTENDED_HEADER = 'Artikla-Unattended';
