export interface OwnPlaces {
  readonly consoleUrl: string;
  readonly portalUrl: string;
  /** Null where mail goes to the server of SMTP_URL. */
  readonly mailboxUrl: string | null;
  /** Where the first account is opened, once; null when there is one. */
  readonly setUpUrl: string | null;
}

/** What whoever runs a desk of their own needs to begin. */
export const ownBanner = ({ consoleUrl, portalUrl, mailboxUrl, setUpUrl }: OwnPlaces): string =>
  [
    '',
    '  Artikla, the desk for data-subject requests',
    '',
    `    Console   ${consoleUrl}   where the compliance officer works`,
    `    Portal    ${portalUrl}   where people ask and follow`,
    mailboxUrl === null
      ? '    Mail      goes out through SMTP_URL'
      : `    Mailbox   ${mailboxUrl}   mail lands here and goes nowhere else until SMTP_URL is set`,
    '',
    ...(setUpUrl === null
      ? []
      : ['  Nobody works here yet. Open this link to set the desk up; it works once:', '', `    ${setUpUrl}`, '']),
    '  Stop with Ctrl-C; the next start goes on where this one ended.',
    '',
    '',
  ].join('\n');
