import { GuestTexts } from '../session/guest-texts.js';
import { SessionUnreachable } from '../session/session-unreachable.js';

/** Not even the frame of the desk could be drawn. */
export const DeskCrash = () => (
  <GuestTexts>
    <SessionUnreachable onRetry={() => window.location.reload()} />
  </GuestTexts>
);
