import { ForbiddenException, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { isForPrograms } from './for-programs.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses posts that did not start on the portal's own pages (CSRF; security design, section 2.8). Browsers say where a
 * request began: `Sec-Fetch-Site`, or `Origin` where that is missing. Reading is always allowed, since it changes nothing.
 * The JSON API reads no cookie, so a program that sends neither header has nothing to steal; a page elsewhere sends both.
 * Throws 403 with the code `cross-site`.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  readonly #origin: string;

  constructor(portalUrl: string) {
    this.#origin = new URL(portalUrl).origin;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (READING.has(request.method) || this.#startedHere(request)) return true;
    throw new ForbiddenException({ code: 'cross-site' });
  }

  #startedHere(request: Request): boolean {
    const site = request.get('Sec-Fetch-Site');
    if (site !== undefined) return site === 'same-origin';
    const origin = request.get('Origin');
    if (origin !== undefined) return origin === this.#origin;
    return isForPrograms(request.path) && Boolean(request.is('application/json'));
  }
}
