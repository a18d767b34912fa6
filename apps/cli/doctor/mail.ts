import { createTransport } from 'nodemailer';
import { reasonOf } from '../reason.js';
import { failure, fine, warning, type Finding } from './finding.js';
import type { Settings } from '#contracts/settings';

const PATIENCE_MS = 5000;

/** The mail server greets us and, where the address holds a login, takes it. Sends nothing. */
export const checkMail = async ({ SMTP_URL }: Settings): Promise<Finding[]> => {
  if (SMTP_URL === undefined) {
    return [warning('Mail', 'no SMTP_URL: mail stays in the local mailbox. That is right for a demo alone.')];
  }
  const server = createTransport({
    url: SMTP_URL,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await server.verify();
    return [fine('Mail', 'the server takes our mail.')];
  } catch (error) {
    return [
      failure('Mail', `the server does not take our mail (${reasonOf(error)}); see SMTP_URL and the server's log.`),
    ];
  } finally {
    server.close();
  }
};
