import { z } from 'zod';
import { channel, civilDate, filledText, instant, messageChannel, right, stage, text } from './wire.js';

/** One message between the person and the desk. */
const message = z.strictObject({
  id: z.string(),
  direction: z.enum(['out', 'in']),
  at: instant,
  /** Who wrote it, or who wrote down what came in. */
  by: z.string(),
  /** Which letter went out; null for what came in. */
  letter: z.string().nullable(),
  /** How it came in; null for what went out. */
  channel: messageChannel.nullable(),
  subject: z.string().nullable(),
  /** Null for letters with a link or code that only the person may hold. */
  text: z.string().nullable(),
  /** What became of a mail; null for what came in or was taken back. */
  state: z.enum(['waiting', 'accepted', 'bounced', 'unknown']).nullable(),
  /** While a message can be taken back: which of the request's messages it is, and when it leaves by the desk's clock. */
  leaves: z.strictObject({ message: z.number().int(), at: instant, inSeconds: z.number().int() }).nullable(),
  takenBackAt: instant.nullable(),
});

/** Oldest first, and where a message would go now. */
export const correspondence = z.strictObject({
  messages: z.array(message),
  /** Masked; null while there is no address that a message may go to. */
  to: z.strictObject({ contact: z.string(), kind: z.enum(['on_file', 'claimed']) }).nullable(),
});

export const messageDraft = z.strictObject({ words: filledText(4000) });

/** A message as the person would get it. */
export const messagePreview = z.strictObject({ subject: z.string(), text: z.string() });

/** How a file can be shown within the page; null where it can only be downloaded. */
export const documentForm = z.enum(['image', 'audio', 'pdf', 'text']);

export const requestDocument = z.strictObject({
  id: z.string(),
  kind: z.enum(['package', 'recording', 'attachment']),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  addedAt: instant,
  form: documentForm.nullable(),
});

export const documentList = z.strictObject({ documents: z.array(requestDocument) });

/** Ten million bytes as base64, four letters for three bytes. */
const LONGEST_CONTENT = 13_400_000;

const BASE64 = /^[A-Za-z0-9+/]+$/;

/** A pattern over millions of letters at once may run out of stack. */
const PIECE = 100_000;

const isBase64 = (content: string): boolean => {
  const letters = content.replace(/={1,2}$/, '');
  for (let at = 0; at < letters.length; at += PIECE) {
    if (!BASE64.test(letters.slice(at, at + PIECE))) return false;
  }
  return letters !== '';
};

export const newAttachment = z.strictObject({
  name: filledText(200),
  /** Base64 (RFC 4648, section 4). What it is, is read from the content itself. */
  content: z.string().max(LONGEST_CONTENT).refine(isBase64),
});

/** What somebody may have written to the desk with before. */
export const personClues = z.strictObject({ name: text(200), email: text(254), phone: text(40) });

/** A request that may be of the same person; it names nobody. */
const similarRequest = z.strictObject({
  reference: z.string(),
  stage,
  channel,
  rights: z.array(right),
  receivedOn: civilDate,
  dueOn: civilDate.nullable(),
  closedOn: civilDate.nullable(),
  /** By which of the clues it was found. */
  by: z.array(z.enum(['email', 'phone', 'name'])),
});

/** The newest ones first. */
export const similarRequests = z.strictObject({
  requests: z.array(similarRequest),
  /** There are older ones besides. */
  more: z.boolean(),
});

export type Correspondence = z.infer<typeof correspondence>;
export type CorrespondenceMessage = z.infer<typeof message>;
export type MessageDraft = z.infer<typeof messageDraft>;
export type MessagePreview = z.infer<typeof messagePreview>;
export type DocumentForm = z.infer<typeof documentForm>;
export type RequestDocument = z.infer<typeof requestDocument>;
export type NewAttachment = z.infer<typeof newAttachment>;
export type PersonClues = z.infer<typeof personClues>;
export type SimilarRequest = z.infer<typeof similarRequest>;
export type SimilarAnswer = z.infer<typeof similarRequests>;
