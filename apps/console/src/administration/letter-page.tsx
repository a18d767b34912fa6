import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LANGUAGES } from '#domain/language';
import { call } from '../api/call.js';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { Failure } from '../ui/failure.js';
import { Splash } from '../ui/splash.js';
import { BackLink } from './back-link.js';
import { LETTERS_KEY } from './keys.js';
import { LetterPieces } from './letter-pieces.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import { VersionedForm } from './versioned-form.js';
import own from './administration.module.css';
import styles from '../settings/settings.module.css';

/** One letter in one language: what it says with invented data, and its free passages to be written over. */
export const LetterPage = ({ letter, language }: { letter: string; language: string }) => {
  const { t, find } = useAdministrationTexts();
  const problemText = useProblemText();
  const params = { letter, language };
  const { data, error, refetch } = useQuery({
    queryKey: [...LETTERS_KEY, letter, language],
    queryFn: ({ signal }) => call('letter', { params, signal }),
  });
  const title = find(`administration.letter.${letter}`) ?? letter;
  return (
    <div className={styles.page}>
      <BackLink page="letters">{t('administration.letters.back')}</BackLink>
      <PageHeading title={title}>{title}</PageHeading>
      <nav aria-label={t('administration.letters.language')} className={own.languages}>
        {LANGUAGES.map((each) => (
          <Link
            key={each}
            to="/settings/$"
            params={{ _splat: `letters/${letter}/${each}` }}
            aria-current={each === language ? 'page' : undefined}
          >
            {t(`administration.organisation.language.${each}`)}
          </Link>
        ))}
      </nav>
      {data === undefined && error !== null && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Splash />}
      {data !== undefined && (
        <VersionedForm
          key={`${letter}/${language}`}
          page={data}
          save={(body, version) => call('changeLetter', { params, body, version })}
          words={(message) => find(`administration.problem.${message}`) ?? message}
        >
          {(parts) => <LetterPieces {...parts} page={data} />}
        </VersionedForm>
      )}
    </div>
  );
};
