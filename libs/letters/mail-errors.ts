/**
 * The server did not take the mail: nothing reached it, or it said no. Safe to try again, unless `permanent`: the
 * server refused this recipient or this message for good (5xx), which counts as a bounce.
 * Only the code is kept: what a server says often quotes the address.
 */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';

  constructor(
    readonly code: string,
    readonly permanent: boolean,
  ) {
    super(`mail not sent: ${code}`);
  }
}

/**
 * The connection was lost after the point of no return, so the server may have taken the mail. Look the Message-ID up
 * before sending again (durability, section 2 "Mail").
 */
export class MailUncertain extends Error {
  override readonly name = 'MailUncertain';

  constructor(readonly code: string) {
    super(`mail may have been sent: ${code}`);
  }
}
