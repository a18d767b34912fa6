import { useQuery } from '@tanstack/react-query';
import { Suspense, useState, type ReactNode } from 'react';
import type { Session } from '#contracts/session';
import { TextsProvider } from '../app/texts.js';
import { Splash } from '../ui/splash.js';
import { GuestTexts } from './guest-texts.js';
import { SignInAgain, SignInPage, useSignInAgainAtHand } from './lazy-sign-in.js';
import { SessionContext } from './session-context.js';
import { SessionUnreachable } from './session-unreachable.js';
import { sessionQuery } from './session-query.js';

/**
 * Lets nobody in who is not signed in. A session that ends while a page is open asks for the password over the page,
 * so that nothing typed on it is lost.
 */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { data, isError, refetch } = useQuery(sessionQuery);
  const [last, setLast] = useState<Session | null>(null);
  if (data && data !== last) setLast(data);
  const session = data ?? last;
  useSignInAgainAtHand(session !== null);
  if (session !== null) {
    return (
      <Suspense fallback={<Splash />}>
        <TextsProvider language={session.user.language}>
          <SessionContext value={session}>
            {children}
            {data === null && (
              <Suspense>
                <SignInAgain userId={session.user.id} />
              </Suspense>
            )}
          </SessionContext>
        </TextsProvider>
      </Suspense>
    );
  }
  if (data === undefined && !isError) return <Splash />;
  return (
    <GuestTexts>{data === null ? <SignInPage /> : <SessionUnreachable onRetry={() => void refetch()} />}</GuestTexts>
  );
};
