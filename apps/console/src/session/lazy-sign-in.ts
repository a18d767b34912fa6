import { lazy, useEffect } from 'react';

const loadSignInAgain = () => import('./sign-in-again.js');

/** Most visits begin signed in, so the forms do not weigh on the first page. */
export const SignInPage = lazy(async () => ({ default: (await import('./sign-in-page.js')).SignInPage }));

export const SignInAgain = lazy(async () => ({ default: (await loadSignInAgain()).SignInAgain }));

/** Long enough for the first page to be there. */
const AFTER_MS = 4_000;

/**
 * Fetches the form for signing in again while all is well: when the session ends because the desk was renewed, the files
 * of this version may be gone, and with them what was typed on the page behind.
 */
export const useSignInAgainAtHand = (signedIn: boolean): void => {
  useEffect(() => {
    if (!signedIn) return undefined;
    const timer = setTimeout(() => void loadSignInAgain().catch(() => undefined), AFTER_MS);
    return () => clearTimeout(timer);
  }, [signedIn]);
};
