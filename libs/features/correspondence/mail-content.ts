import type { Language } from '#domain/language';
import type { RenderedLetter } from '#letters/render-letter';
import type { SqlSession } from '#persistence/database';

/** A letter ready to be mailed to one address. */
export interface ComposedMail {
  readonly to: { readonly name?: string; readonly address: string };
  readonly language: Language;
  readonly letter: string;
  readonly rendered: RenderedLetter;
}

/** Composes within the transaction that stores the mail, so that its links and codes exist only if it does. */
export type Compose = (session: SqlSession) => Promise<readonly ComposedMail[]>;
