import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Addresses } from '#contracts/addresses';

const NAME = 'dsr-draft';
const HOURS = 24;

/** The cookie of a half-filled form, or null. */
export const readDraftCookie = (request: Request, addresses: Addresses): string | null =>
  parseCookie(request.headers.cookie ?? '')[addresses.cookie('portal', NAME).name] ?? null;

export const writeDraftCookie = (response: Response, addresses: Addresses, token: string): void => {
  const { name, secure } = addresses.cookie('portal', NAME);
  response.cookie(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: HOURS * 3_600_000 });
};
