import { Readable } from 'node:stream';
import { createTransport, type NodemailerError } from 'nodemailer';
import type { Language } from '#domain/language';
import type { MailAddress } from './mail-address.js';
import { MailNotSent, MailUncertain } from './mail-errors.js';

export interface Mailbox {
  readonly name?: string;
  readonly address: MailAddress;
}

export interface OutgoingMail {
  /** With angle brackets, and the same at every attempt: it is what the journal is asked for. */
  readonly messageId: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** RFC 3834: `auto-replied` answers a message, `auto-generated` starts by itself. */
  readonly autoSubmitted: 'auto-generated' | 'auto-replied';
}

export interface MailAccepted {
  readonly accepted: true;
  /** The server's last line, with its queue id. It may quote the address: seal it or drop it. */
  readonly response: string;
}

export interface MailTransport {
  /**
   * Sends one mail to one mailbox. `onPointOfNoReturn` commits the durable marker; it is awaited after the server took
   * the recipient and before the first byte of the message leaves. If it rejects, nothing is sent.
   * Throws `MailNotSent` or `MailUncertain` and nothing else. `MailNotSent` can come after the marker was set, when the
   * server refused the message or the line broke meanwhile: it always means that no copy is on its way.
   */
  send(mail: OutgoingMail, onPointOfNoReturn: () => Promise<void>): Promise<MailAccepted>;
}

/** Milliseconds of patience with a server; a lease must outlive their sum. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 };

/** Marks our own mail, so that neither our inbox nor other machines answer it (RFC 3834; X-Loop by custom). */
const MACHINE_HEADERS = { 'X-Auto-Response-Suppress': 'All', 'X-Loop': 'artikla' };

/** RFC 5321, section 3.8: a 421 may come at any moment and closes the channel, so it does not answer the message. */
const CLOSING = 421;

/** Holds the message back until the marker is set, and remembers whether any of it left. */
class Gate {
  started = false;
  private failed = false;
  private marker: Promise<void> = Promise.resolve();

  constructor(private readonly setMarker: () => Promise<void>) {}

  /** Nodemailer pulls this stream only after the server's 354, so the marker is set as late as can be. */
  pass(message: Readable): Readable {
    return Readable.from(this.bytes(message), { objectMode: false });
  }

  private async *bytes(message: Readable): AsyncGenerator<Uint8Array> {
    this.marker = this.setMarker();
    await this.marker;
    if (this.failed) return;
    this.started = true;
    yield* message;
  }

  /** After a failure: no byte leaves any more, and a marker under way is in its final state. */
  async close(): Promise<void> {
    this.failed = true;
    await Promise.allSettled([this.marker]);
  }
}

const codeOf = ({ responseCode, code, command }: NodemailerError): string =>
  [responseCode ?? code ?? 'EUNKNOWN', command].filter((part) => part !== undefined).join(' ');

/** A reply to the message itself settles what became of it, unlike a line that went dead. */
const refusedMessage = ({ command, responseCode }: NodemailerError): boolean =>
  command === 'DATA' && responseCode !== undefined && responseCode >= 400 && responseCode !== CLOSING;

/** Only a recipient or a message is refused for good; a 5xx to our login or sender is ours to mend. */
const isPermanent = ({ command, permanent }: NodemailerError): boolean =>
  permanent === true && (command === 'RCPT TO' || command === 'DATA');

const failure = (error: NodemailerError, gate: Gate): MailNotSent | MailUncertain =>
  gate.started && !refusedMessage(error)
    ? new MailUncertain(codeOf(error))
    : new MailNotSent(codeOf(error), isPermanent(error));

/**
 * A transport for `smtp://` (STARTTLS when offered) or `smtps://` URLs; user, password and nodemailer's options may
 * stand in the URL. One connection per mail: letters are few, and a connection that is never shared cannot mix them up.
 * Throws a TypeError for any other URL.
 */
export const createMailTransport = (smtpUrl: string, timeouts: typeof TIMEOUTS = TIMEOUTS): MailTransport => {
  if (!/^smtps?:\/\//u.test(smtpUrl)) throw new TypeError('the mail server must be an smtp:// or smtps:// URL');
  return {
    async send(mail, onPointOfNoReturn) {
      const gate = new Gate(onPointOfNoReturn);
      const transporter = createTransport({ url: smtpUrl, ...timeouts });
      transporter.use('stream', ({ message }, done) => {
        message.processFunc((bytes) => gate.pass(bytes));
        done();
      });
      try {
        const { response } = await transporter.sendMail({
          messageId: mail.messageId,
          from: { name: mail.from.name ?? '', address: mail.from.address },
          to: { name: mail.to.name ?? '', address: mail.to.address },
          envelope: { from: mail.from.address, to: [mail.to.address] },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          textEncoding: 'quoted-printable',
          headers: { ...MACHINE_HEADERS, 'Auto-Submitted': mail.autoSubmitted, 'Content-Language': mail.language },
          maxRecipients: 1,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { accepted: true, response };
      } catch (error) {
        await gate.close();
        throw failure(error as NodemailerError, gate);
      } finally {
        transporter.close();
      }
    },
  };
};
