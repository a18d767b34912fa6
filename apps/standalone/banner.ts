import { DEMO_STAFF } from './demo/staff.js';

export interface Places {
  readonly consoleUrl: string;
  readonly portalUrl: string;
  readonly mailboxUrl: string;
  readonly queue: 'redis' | 'postgres';
  readonly password: string | null;
}

/** What a person needs to begin: where everything is and how to sign in. */
export const banner = ({ consoleUrl, portalUrl, mailboxUrl, queue, password }: Places): string => {
  const accounts = DEMO_STAFF.map(({ email, role }) => `    ${role.padEnd(13)} ${email}`);
  const secret = password === null ? 'unknown: `npm run -s artikla -- user reset EMAIL` gives a new one' : password;
  return [
    '',
    '  Artikla, the desk for data-subject requests, with an invented organisation',
    '',
    `    Console   ${consoleUrl}   where the compliance officer works`,
    `    Portal    ${portalUrl}   where people ask and follow`,
    `    Mailbox   ${mailboxUrl}   every mail of the demo lands here and goes nowhere else`,
    '',
    `  Sign in to the console (password for all: ${secret})`,
    ...accounts,
    '',
    `  Queue on ${queue === 'redis' ? 'Redis' : 'PostgreSQL'}. Stop with Ctrl-C; the next start goes on where this one ended.`,
    '',
    '',
  ].join('\n');
};
