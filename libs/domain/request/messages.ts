/** Seconds for which a message in an officer's own words waits before it leaves, so that it can be taken back. */
export const SECONDS_BEFORE_LEAVING = 30;

/** The name of the effect that mails a message. The messages of a request are numbered from 1 in the order of its ledger. */
export const messageEffect = (message: number): string => `send-letter.message.${message}`;
