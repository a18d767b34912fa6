import { GuestTexts } from '../session/guest-texts.js';
import { SessionUnreachable } from '../session/session-unreachable.js';

/** A defect or a part of the page that did not load. What happened is in the console; the reader gets a way on. */
export const PageCrash = () => (
  <GuestTexts>
    <SessionUnreachable onRetry={() => window.location.reload()} />
  </GuestTexts>
);
