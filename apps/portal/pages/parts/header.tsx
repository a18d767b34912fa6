import { LANGUAGES, type Language } from '#domain/language';
import type { Surroundings } from '../page.js';

/** Each language names itself, so that whoever needs it can find it. */
const OWN_NAMES = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const satisfies Record<Language, string>;

const initialOf = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? '';

/** Who answers, and this same page in the other languages. */
export function Header({ frame, t }: Surroundings) {
  const { name } = frame.controller;
  return (
    <header className="top">
      <div className="column">
        <p className="controller">
          <span className="initial" aria-hidden="true">
            {initialOf(name)}
          </span>
          <span>{name}</span>
        </p>
        <nav className="languages" aria-label={t('portal.frame.languages')}>
          {LANGUAGES.map((language) => (
            <a
              key={language}
              href={`/${language}${frame.path}`}
              lang={language}
              hrefLang={language}
              aria-current={language === frame.language ? 'true' : undefined}
            >
              {OWN_NAMES[language]}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}
