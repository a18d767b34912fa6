import type { Language } from '#domain/language';
import type { SqlSession } from './database.js';

/** The part of the settings in which an organisation's words for one letter stand. */
export const letterPart = (letter: string, language: Language): string => `letter/${letter}/${language}`;

/** What stands in such a part: passages by name, null where the standard holds. */
export interface LetterTexts {
  readonly passages: Readonly<Record<string, string | null>>;
}

/** An organisation's own words in one language, by letter: the newest version of each. */
export const ownTexts = async (
  session: SqlSession,
  controllerId: string,
  language: Language,
): Promise<Readonly<Record<string, LetterTexts['passages']>>> => {
  const rows = await session.query<{ letter: string; content: LetterTexts }>(
    `select distinct on (part) split_part(part, '/', 2) as letter, content from setting_version
     where controller_id = $1 and part like 'letter/%/' || $2 order by part, version desc`,
    [controllerId, language],
  );
  return Object.fromEntries(rows.map(({ letter, content }) => [letter, content.passages]));
};
