import { LANGUAGES, type Language } from '#domain/language';
import type { Area } from '#texts/areas';
import type { Messages } from '#texts/translator';

/** The areas of the catalogue that the console speaks from. */
export type ConsoleArea = Extract<Area, 'common' | 'clock' | 'console'>;

const FILES = import.meta.glob<Readonly<Record<string, string>>>(
  '../../../../libs/texts/messages/*/{common,clock,console}.json',
  { import: 'default' },
);

const load = async (language: Language): Promise<Messages<ConsoleArea>> => {
  const parts = Object.entries(FILES).filter(([path]) => path.includes(`/${language}/`));
  const texts = await Promise.all(parts.map(([, fetchPart]) => fetchPart()));
  return Object.assign({}, ...texts) as Messages<ConsoleArea>;
};

const loaded = new Map<Language, Promise<Messages<ConsoleArea>>>();

/** The texts of one language, fetched once per page. */
export const loadMessages = (language: Language): Promise<Messages<ConsoleArea>> => {
  const messages = loaded.get(language) ?? load(language);
  loaded.set(language, messages);
  return messages;
};

/** The first of the reader's languages that Artikla speaks; Finnish where none is. */
export const browserLanguage = (): Language => {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.flatMap((code) => LANGUAGES.filter((language) => language === code))[0] ?? 'fi';
};
