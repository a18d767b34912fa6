import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Addresses } from './addresses.js';

const NAME = 'dsr';
const MINUTES = 30;

/** The cookie of a person who is looking at their request, or null. */
export const readSubjectCookie = (request: Request, addresses: Addresses): string | null =>
  parseCookie(request.headers.cookie ?? '')[addresses.cookie('portal', NAME).name] ?? null;

export const writeSubjectCookie = (response: Response, addresses: Addresses, token: string): void => {
  const { name, secure } = addresses.cookie('portal', NAME);
  response.cookie(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: MINUTES * 60_000 });
};
