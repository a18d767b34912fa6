import type { Request, Response } from 'express';
import type { Addresses } from '#contracts/addresses';

const NAME = 'sid';

/** The token in the cookie of the request, or null. */
export const readSessionCookie = (request: Request, addresses: Addresses): string | null => {
  const start = `${addresses.cookie('console', NAME).name}=`;
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? null;
};

const options = (addresses: Addresses) =>
  ({ httpOnly: true, sameSite: 'lax', secure: addresses.cookie('console', NAME).secure, path: '/' }) as const;

/** Gives the browser its token until it is closed; how long the session really lasts, the server decides. */
export const writeSessionCookie = (response: Response, addresses: Addresses, token: string): void => {
  response.cookie(addresses.cookie('console', NAME).name, token, options(addresses));
};

export const clearSessionCookie = (response: Response, addresses: Addresses): void => {
  response.clearCookie(addresses.cookie('console', NAME).name, options(addresses));
};
