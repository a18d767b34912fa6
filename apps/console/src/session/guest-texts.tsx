import { Suspense, useState, type ReactNode } from 'react';
import { LANGUAGES } from '#domain/language';
import { browserLanguage } from '../app/messages.js';
import { TextsProvider } from '../app/texts.js';
import { Splash } from '../ui/splash.js';
import styles from './guest-page.module.css';

/** Each language in its own words, so that it is found by whoever reads no other. */
const OWN_NAMES = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

/** Pages for nobody in particular: the language is the browser's until another one is chosen. */
export const GuestTexts = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState(browserLanguage);
  return (
    <Suspense fallback={<Splash />}>
      <TextsProvider language={language}>
        {children}
        <footer className={styles.languages}>
          {LANGUAGES.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              aria-pressed={each === language}
              className={styles.language}
              onClick={() => setLanguage(each)}
            >
              {OWN_NAMES[each]}
            </button>
          ))}
        </footer>
      </TextsProvider>
    </Suspense>
  );
};
