export const STAFF_ROLES = ['officer', 'approver', 'auditor', 'administrator'] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** Who gives a command: a member of staff by id and role, the person (or who acts for them), or the desk itself. */
export type Actor =
  | { readonly kind: 'staff'; readonly id: string; readonly role: StaffRole }
  | { readonly kind: 'person' }
  | { readonly kind: 'desk' };

/** The part of an actor that a ledger entry keeps: never a name. */
export const actorText = (actor: Actor): string => (actor.kind === 'staff' ? `staff:${actor.id}` : actor.kind);

/** The staff id in what an entry keeps of its actor, or null for the person and the desk. */
export const staffIdIn = (text: string): string | null =>
  text.startsWith('staff:') ? text.slice('staff:'.length) : null;

/** The staff id behind an actor, or null for the person and the desk. */
export const staffIdOf = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.id : null);
