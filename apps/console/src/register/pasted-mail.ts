import type { CivilDate } from '#domain/time-source';
import { readTypedDate } from '../ui/typed-date.js';

/** What could be read from a pasted e-mail; an officer checks all of it. */
export interface PastedMail {
  readonly name?: string;
  readonly email?: string;
  readonly receivedOn?: CivilDate;
  readonly words: string;
}

type Header = 'from' | 'date' | 'subject';

/** How mail programs name the headers in the languages of the desk when a message is copied or forwarded. */
const NAMES: Readonly<Record<string, Header>> = {
  from: 'from',
  lähettäjä: 'from',
  från: 'from',
  date: 'date',
  sent: 'date',
  päivä: 'date',
  päiväys: 'date',
  lähetetty: 'date',
  datum: 'date',
  skickat: 'date',
  subject: 'subject',
  aihe: 'subject',
  ämne: 'subject',
};

const HEADER = /^([\p{L}-]+):\s*(.*)$/u;
const NAMED_ADDRESS = /^"?([^"<]*?)"?\s*<([^<>\s]+@[^<>\s]+)>/u;
const BARE_ADDRESS = /[^\s<>"(),;]+@[^\s<>"(),;]+/u;
const DAY_FIRST = /\b\d{1,2}\.\d{1,2}\.\d{4}\b/u;

/** The headers above the first empty line, folded lines put together (RFC 5322, section 2.2.3), and the rest. */
const partsOf = (text: string): { headers: ReadonlyMap<Header, string>; body: string } => {
  const lines = text.replaceAll(/\r\n?/gu, '\n').trimStart().split('\n');
  const end = lines.findIndex((line) => line.trim() === '');
  const head = lines.slice(0, end === -1 ? 0 : end);
  const headers = new Map<Header, string>();
  for (const line of head
    .join('\n')
    .replaceAll(/\n[ \t]+/gu, ' ')
    .split('\n')) {
    const [, name = '', value = ''] = HEADER.exec(line) ?? [];
    const header = NAMES[name.toLowerCase()];
    if (header !== undefined && !headers.has(header)) headers.set(header, value.trim());
  }
  return headers.size === 0 ? { headers, body: text } : { headers, body: lines.slice(end + 1).join('\n') };
};

/** The civil date of the header where the controller is; undefined for one that lies ahead or is no date. */
const dateOf = (written: string, timeZone: string, today: CivilDate): CivilDate | undefined => {
  const typed = DAY_FIRST.exec(written)?.[0];
  const instant = typed === undefined ? Date.parse(written) : Number.NaN;
  const date =
    typed === undefined
      ? Number.isNaN(instant)
        ? null
        : new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant)
      : readTypedDate(typed, today);
  return date === null || date > today ? undefined : date;
};

/** Reads sender, date and text from an e-mail as it was copied. Nothing is sent anywhere. */
export const readPastedMail = (text: string, timeZone: string, today: CivilDate): PastedMail => {
  const { headers, body } = partsOf(text);
  const from = headers.get('from') ?? '';
  const [, name = '', address] = NAMED_ADDRESS.exec(from) ?? [];
  const email = address ?? BARE_ADDRESS.exec(from)?.[0];
  const receivedOn = dateOf(headers.get('date') ?? '', timeZone, today);
  const subject = headers.get('subject');
  return {
    ...(name !== '' && { name }),
    ...(email !== undefined && { email }),
    ...(receivedOn !== undefined && { receivedOn }),
    words: [subject, body.trim()].filter((part) => part !== undefined && part !== '').join('\n\n'),
  };
};
