import { createContext, use } from 'react';
import type { Session } from '#contracts/session';

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Throws outside the session gate: that is a defect. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (session === null) throw new Error('nobody is signed in here: a component stands outside SessionGate');
  return session;
};
