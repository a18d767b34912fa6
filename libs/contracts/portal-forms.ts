import { z } from 'zod';
import { filledText, language, right, text } from './wire.js';

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value): unknown[] => (value === undefined ? [] : [value].flat()), z.array(item));

/** First question of the portal: which rights, and what the person wants to say about it. */
export const rightsForm = z.strictObject({
  rights: list(right).pipe(z.array(right).min(1).max(8)),
  words: text(20_000).default(''),
});

/** Second question: who is asking, and what helps to find them. Only the name is always needed. */
export const personForm = z.strictObject({
  name: filledText(200),
  email: text(254).default(''),
  phone: text(40).default(''),
  customerNumber: text(40).default(''),
});

/** The secret code of the receipt page: the second value beside every mailed link. */
export const secretCodeForm = z.strictObject({ code: filledText(40) });

export const followForm = z.strictObject({ reference: filledText(40), code: filledText(40) });

/** The eight digits mailed to the contact on file. */
export const challengeForm = z.strictObject({ code: filledText(20) });

/** The same request as JSON, for a company's own site. */
export const portalRequest = z.strictObject({
  language,
  rights: z.array(right).min(1).max(8),
  words: text(20_000).default(''),
  name: filledText(200),
  email: text(254).default(''),
  phone: text(40).default(''),
  customerNumber: text(40).default(''),
});

export type PortalRequest = z.infer<typeof portalRequest>;
