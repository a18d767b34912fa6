/** The languages Artikla speaks; all three are equal (Finnish and Swedish are national languages, Constitution s. 17). */
export const LANGUAGES = ['fi', 'sv', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Localised = Readonly<Record<Language, string>>;
