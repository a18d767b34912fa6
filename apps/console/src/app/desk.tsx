import { SessionGate } from '../session/session-gate.js';
import { Shell } from './shell.js';

/** Everything behind the sign-in. */
export const Desk = () => (
  <SessionGate>
    <Shell />
  </SessionGate>
);
