import { randomUUID } from 'node:crypto';
import type { Language } from '#domain/language';
import { letterPage } from './letter-page.js';
import { mailAddressOf } from './mail-address.js';
import { MailNotSent } from './mail-errors.js';
import { escapeHtml } from './markdown.js';
import type { MailTransport } from './mail-transport.js';

/** A short mail to staff about the desk itself. Never anything personal, but for the reader's own link. */
export interface DeskNote {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly words: string; readonly address: string };
}

export interface DeskMailFate {
  readonly result: 'accepted' | 'refused' | 'unreachable' | 'no-server';
  /** The server's own code, such as `550 RCPT TO`; null where no server spoke. */
  readonly code: string | null;
}

/** A server that spoke begins its code with three digits; a line that failed has a name such as ECONNREFUSED. */
const SPOKEN = /^\d{3}\b/u;

const written = ({ language, subject, paragraphs, link }: DeskNote) => ({
  subject,
  text: [...paragraphs, ...(link === undefined ? [] : [`${link.words}\n<${link.address}>`])].join('\n\n'),
  html: letterPage(
    language,
    subject,
    [
      ...paragraphs.map((words) => `<p>${escapeHtml(words)}</p>`),
      ...(link === undefined ? [] : [`<p><a href="${escapeHtml(link.address)}">${escapeHtml(link.words)}</a></p>`]),
    ].join('\n'),
  ),
});

/**
 * Mails that somebody waits for at the screen: invitations and tests. They are sent at once or not at all, and what became
 * of them is told to who asked; letters of requests go through the queue instead.
 */
export class DeskMail {
  /** Null where no mail server is set. */
  constructor(private readonly transport: MailTransport | null) {}

  get hasServer(): boolean {
    return this.transport !== null;
  }

  async send(note: DeskNote): Promise<DeskMailFate> {
    const [to, from] = [mailAddressOf(note.to), mailAddressOf(note.from.address)];
    if (this.transport === null) return { result: 'no-server', code: null };
    if (to === null || from === null) return { result: 'refused', code: null };
    try {
      await this.transport.send(
        {
          messageId: `<${randomUUID()}@${from.split('@')[1] ?? 'artikla.invalid'}>`,
          from: { name: note.from.name, address: from },
          to: { address: to },
          language: note.language,
          autoSubmitted: 'auto-generated',
          ...written(note),
        },
        () => Promise.resolve(),
      );
      return { result: 'accepted', code: null };
    } catch (error) {
      const code = error instanceof MailNotSent ? error.code : 'uncertain';
      return { result: SPOKEN.test(code) ? 'refused' : 'unreachable', code };
    }
  }
}
