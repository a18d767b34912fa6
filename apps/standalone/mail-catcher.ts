import { join } from 'node:path';
import { MailDev } from 'maildev';
import { freePort } from '#persistence/embedded/free-port';

export interface MailCatcher {
  readonly smtpUrl: string;
  /** Its page for people, and its JSON at `/api/email`. */
  readonly pageUrl: string;
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Starts the local mailbox: it takes every mail and passes none on. Mails survive a restart in the data folder. */
export const startMailCatcher = async (pagePort: number, dataDir: string): Promise<MailCatcher> => {
  const smtp = await freePort();
  const catcher = new MailDev({
    smtp,
    ip: LOOPBACK,
    web: pagePort,
    webIp: LOOPBACK,
    mailDirectory: join(dataDir, 'mailbox'),
    silent: true,
  });
  await catcher.start();
  return {
    smtpUrl: `smtp://${LOOPBACK}:${smtp}`,
    pageUrl: `http://localhost:${pagePort}`,
    stop: () => catcher.stop(),
  };
};
