import { LANGUAGES, type Language } from '#domain/language';
import type { Area } from '#texts/areas';
import type { Messages } from '#texts/translator';

/** The areas of the catalogue that every page speaks from. */
export type ConsoleArea = Extract<Area, 'common' | 'clock' | 'console' | 'queue' | 'live'>;

type File = Readonly<Record<string, string>>;

type Files = Readonly<Record<string, () => Promise<File>>>;

const FILES: Files = import.meta.glob<File>(
  '../../../../libs/texts/messages/*/{common,clock,console,queue,live}.json',
  {
    import: 'default',
  },
);

/** The areas that only some pages speak from, so that the others need not wait for them. */
export type PageArea = Extract<
  Area,
  | 'settings'
  | 'administration'
  | 'setup'
  | 'reports'
  | 'operations'
  | 'correspondence'
  | 'notices'
  | 'palette'
  | 'mail'
  | 'request'
>;

const PAGE_FILES: Files = import.meta.glob<File>(
  '../../../../libs/texts/messages/*/{settings,administration,setup,reports,operations,correspondence,notices,palette,mail,request}.json',
  { import: 'default' },
);

const loaderOf = <A extends Area>(files: Files): ((language: Language) => Promise<Messages<A>>) => {
  const loaded = new Map<Language, Promise<Messages<A>>>();
  const load = async (language: Language): Promise<Messages<A>> => {
    const parts = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
    const texts = await Promise.all(parts.map(([, fetchPart]) => fetchPart()));
    return Object.assign({}, ...texts) as Messages<A>;
  };
  return (language) => {
    const messages = loaded.get(language) ?? load(language);
    loaded.set(language, messages);
    return messages;
  };
};

/** The texts of one language, fetched once per page. */
export const loadMessages = loaderOf<ConsoleArea>(FILES);

const filesOf = (area: PageArea): Files =>
  Object.fromEntries(Object.entries(PAGE_FILES).filter(([path]) => path.endsWith(`/${area}.json`)));

const PAGE_LOADERS: { readonly [A in PageArea]: (language: Language) => Promise<Messages<A>> } = {
  settings: loaderOf<'settings'>(filesOf('settings')),
  administration: loaderOf<'administration'>(filesOf('administration')),
  setup: loaderOf<'setup'>(filesOf('setup')),
  operations: loaderOf<'operations'>(filesOf('operations')),
  reports: loaderOf<'reports'>(filesOf('reports')),
  correspondence: loaderOf<'correspondence'>(filesOf('correspondence')),
  notices: loaderOf<'notices'>(filesOf('notices')),
  palette: loaderOf<'palette'>(filesOf('palette')),
  mail: loaderOf<'mail'>(filesOf('mail')),
  request: loaderOf<'request'>(filesOf('request')),
};

/** The texts of one page's own area in one language, fetched once. */
export const loadPageMessages = <A extends PageArea>(area: A, language: Language): Promise<Messages<A>> =>
  PAGE_LOADERS[area](language);

/** The first of the reader's languages that Artikla speaks; Finnish where none is. */
export const browserLanguage = (): Language => {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.flatMap((code) => LANGUAGES.filter((language) => language === code))[0] ?? 'fi';
};
