import type { Session } from '#contracts/session';
import { HANDLERS } from '#domain/request/rules/rule';

/** Whether a member of staff handles requests; the others read. */
export const handles = ({ role }: Pick<Session['user'], 'role'>): boolean =>
  HANDLERS.some((handler) => handler === role);
