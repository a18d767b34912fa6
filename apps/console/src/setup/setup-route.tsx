import { useState } from 'react';
import { SessionGate } from '../session/session-gate.js';
import { GuestTexts } from '../session/guest-texts.js';
import { FirstAdministrator } from './first-administrator.js';
import { SetUpPage } from './setup-page.js';

const tokenInAddress = (): string | null => new URLSearchParams(window.location.hash.slice(1)).get('token');

/**
 * `/setup`: behind the link that the program prints, the first account; without it, the steps for who is signed in. The
 * token stands behind `#`, so no server and no log ever sees it.
 */
export const SetUpRoute = () => {
  const [token, setToken] = useState(tokenInAddress);
  const opened = (): void => {
    window.history.replaceState(window.history.state, '', window.location.pathname);
    setToken(null);
  };
  return token === null ? (
    <SessionGate>
      <SetUpPage />
    </SessionGate>
  ) : (
    <GuestTexts>
      <FirstAdministrator token={token} onOpened={opened} />
    </GuestTexts>
  );
};
