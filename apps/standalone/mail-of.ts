import { CatcherMailJournal, NoMailJournal, type MailJournal } from '#letters/mail-journal';
import { createMailTransport, type MailTransport } from '#letters/mail-transport';
import type { MailCatcher } from './mail-catcher.js';

interface DeskMailing {
  readonly transport: MailTransport;
  readonly journal: MailJournal;
  readonly isCatcher: boolean;
}

/** How a desk sends mail: by the server it was given, otherwise into the mailbox on this machine. */
export const mailOf = (catcher: MailCatcher, { SMTP_URL }: { readonly SMTP_URL?: string | undefined }): DeskMailing =>
  SMTP_URL === undefined
    ? {
        transport: createMailTransport(catcher.smtpUrl),
        journal: new CatcherMailJournal(catcher.pageUrl),
        isCatcher: true,
      }
    : { transport: createMailTransport(SMTP_URL), journal: new NoMailJournal(), isCatcher: false };
