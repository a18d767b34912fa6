import type { RecordedMail } from './smtp.js';

/** The words of a mail as a person reads them: its plain-text part, decoded. */
export const textOf = ({ raw }: RecordedMail): string => {
  const [, part = ''] = /content-type: text\/plain[^]*?\r?\n\r?\n([^]*?)(?:\r?\n--|$)/i.exec(raw) ?? [];
  const bytes = part
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};

/** The first link in a mail whose address contains `part`. */
export const linkIn = (mail: RecordedMail, part: string): string => {
  const links = textOf(mail).match(/https?:\/\/[^\s<>)\]]+/g) ?? [];
  const found = links.find((link) => link.includes(part));
  if (found === undefined) throw new Error(`no link with ${part} in the mail`);
  return found;
};

/** The eight digits of a mailed code. */
export const codeIn = (mail: RecordedMail): string => {
  const [code] = textOf(mail).match(/\b\d{4} ?\d{4}\b/) ?? [];
  if (code === undefined) throw new Error('no code in the mail');
  return code.replace(' ', '');
};
