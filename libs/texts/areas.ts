/** Parts of the catalogue: one file per area and language, every key begins with the name of its area. */
export const AREAS = [
  'common',
  'clock',
  'mail',
  'portal',
  'console',
  'queue',
  'settings',
  'administration',
  'setup',
  'reports',
  'request',
  'correspondence',
  'live',
  'notices',
  'palette',
  'cli',
  'package',
  'operations',
] as const;

export type Area = (typeof AREAS)[number];
