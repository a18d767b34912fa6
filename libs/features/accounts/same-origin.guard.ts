import {
  ForbiddenException,
  Injectable,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import type { Request } from 'express';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** JSON in UTF-8 and nothing else: forms of other sites cannot send it, and parsers cannot disagree about its letters. */
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Refuses changes that did not start on the console's own pages (CSRF; security design, section 2.8). Browsers say where
 * a call began: `Sec-Fetch-Site`, or `Origin` where that is missing; a call with neither is refused, since the session
 * travels in a cookie. Throws 403 `cross-site` and 415 `not-json`.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly addresses: Addresses) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (READING.has(request.method)) return true;
    if (!this.#startedHere(request)) throw new ForbiddenException({ code: 'cross-site' });
    // No other site can send a DELETE without asking first, and it carries no body.
    if (request.method !== 'DELETE' && !JSON_TYPE.test(request.get('Content-Type') ?? '')) {
      throw new UnsupportedMediaTypeException({ code: 'not-json' });
    }
    return true;
  }

  #startedHere(request: Request): boolean {
    const site = request.get('Sec-Fetch-Site');
    if (site !== undefined) return site === 'same-origin';
    return request.get('Origin') === new URL(this.addresses.consoleUrl).origin;
  }
}
