import { useEffect, useState } from 'react';
import { FirstSignInWords } from './first-sign-in-words.js';
import { GuestTexts } from './guest-texts.js';

const tokenInAddress = (): string => new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';

/**
 * Behind the link that `artikla user add` prints: the new colleague chooses a password. The token stands behind `#`,
 * so no server and no log ever sees it; once read it leaves the address too.
 */
export const FirstSignInPage = () => {
  const [token] = useState(tokenInAddress);
  useEffect(() => {
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return (
    <GuestTexts>
      <FirstSignInWords token={token} />
    </GuestTexts>
  );
};
