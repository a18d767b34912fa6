import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import type { Language } from '#domain/language';
import type { Area } from '#texts/areas';
import { createTranslator, type Messages, type Translate } from '#texts/translator';
import { loadMessages, loadPageMessages, type ConsoleArea, type PageArea } from './messages.js';

type Values = Readonly<Record<string, string | number>>;

/** The texts of some areas in one language. */
export interface TextsOf<A extends Area> {
  readonly language: Language;
  readonly t: Translate<A>;
  /** A text whose key is known only at run time, such as an error code; null where the catalogue has none. */
  readonly find: (key: string, values?: Values) => string | null;
}

export type Texts = TextsOf<ConsoleArea>;

const textsOf = <A extends Area>(language: Language, messages: Messages<A>): TextsOf<A> => {
  const t = createTranslator<A>(language, messages);
  const write = t as unknown as (key: string, values?: Values) => string;
  return { language, t, find: (key, values) => (key in messages ? write(key, values) : null) };
};

const TextsContext = createContext<Texts | null>(null);

/** Speaks `language` to everything inside; suspends while its texts are on their way. */
export const TextsProvider = ({ language, children }: { language: Language; children: ReactNode }) => {
  const messages = use(loadMessages(language));
  const texts = useMemo(() => textsOf<ConsoleArea>(language, messages), [language, messages]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextsContext value={texts}>{children}</TextsContext>;
};

/** The texts of the reader's language. Throws outside a `TextsProvider`: that is a defect. */
export const useTexts = (): Texts => {
  const texts = use(TextsContext);
  if (texts === null) throw new Error('no texts here: a component stands outside TextsProvider');
  return texts;
};

/** The texts of one page's own area, in the reader's language or another; suspends while they are on their way. */
export const usePageTexts = <A extends PageArea>(area: A, spoken?: Language): TextsOf<A> => {
  const { language: own } = useTexts();
  const language = spoken ?? own;
  const messages = use(loadPageMessages(area, language));
  return useMemo(() => textsOf<A>(language, messages), [language, messages]);
};

/** The texts of the settings, for their pages only. */
export const useSettingsTexts = (): TextsOf<'settings'> => usePageTexts('settings');
