/**
 * Where the controller is: its clock is read in this zone, whatever the reader's computer says, and its national law
 * adds to the grounds for refusing.
 */
export const CONTROLLER = { country: 'FI', timeZone: 'Europe/Helsinki' } as const;
