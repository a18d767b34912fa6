import {
  ForbiddenException,
  Injectable,
  Logger,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Addresses } from '#contracts/addresses';
import { ACCESS, UNATTENDED, type Access, type WithStaff } from '#contracts/staff-access';
import { UNATTENDED_HEADER } from '#contracts/unattended-header';
import { tokenHash } from '#persistence/tokens';
import { readSessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import type { Request } from 'express';

/**
 * Closed by default: a route is open only to whom it names (security design, section 2.10). It is a global guard and no
 * middleware, because paths can be written in ways that routers and middleware read differently.
 * Throws 401 `signed-out` and 403 `not-your-role`.
 */
@Injectable()
export class StaffGuard implements CanActivate {
  private readonly logger = new Logger(StaffGuard.name);

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly addresses: Addresses,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Request & WithStaff>();
    const token = readSessionCookie(request, this.addresses);
    const hash = token === null ? null : tokenHash(token);
    const staff = hash === null ? null : await this.sessions.find(hash, this.#isAttended(context, request));
    if (hash === null || staff === null) throw new UnauthorizedException({ code: 'signed-out' });
    if (access === undefined || !access.includes(staff.role)) {
      this.logger.warn(`${staff.role} ${staff.id} refused: ${context.getHandler().name}`);
      throw new ForbiddenException({ code: 'not-your-role' });
    }
    request.staff = staff;
    request.sessionHash = hash;
    return true;
  }

  #isAttended(context: ExecutionContext, request: Request): boolean {
    const unattended = this.reflector.get<true | undefined>(UNATTENDED, context.getHandler());
    return unattended === undefined && request.get(UNATTENDED_HEADER) === undefined;
  }
}
