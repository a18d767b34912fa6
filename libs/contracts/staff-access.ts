import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Language } from '#domain/language';
import type { StaffRole } from '#domain/request/actor';

/** Who is signed in. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly language: Language;
}

/** Who may call a route; a route that does not say is closed to everyone. */
export type Access = 'public' | readonly StaffRole[];

export const ACCESS = 'artikla:access';

/** Opens a route to staff of these roles, and says so in the description of the API. */
export const Allow = (...roles: readonly [StaffRole, ...StaffRole[]]) =>
  applyDecorators(SetMetadata(ACCESS, roles), ApiCookieAuth(), ApiExtension('x-roles', roles));

/** Opens a route to everyone, signed in or not. */
export const Public = () => SetMetadata(ACCESS, 'public');

export const UNATTENDED = 'artikla:unattended';

/** A route that pages call by themselves: it never counts as somebody being there. */
export const Unattended = () => SetMetadata(UNATTENDED, true);

/** Where the guard leaves who is signed in, and the hash of the token that says so. */
export interface WithStaff {
  staff?: StaffMember;
  sessionHash?: Uint8Array;
}

/** Who is signed in, as a parameter of a handler that `Allow`s somebody. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): StaffMember => {
  const { staff } = context.switchToHttp().getRequest<WithStaff>();
  if (staff === undefined) throw new Error('a route that needs somebody was opened to nobody');
  return staff;
});
