import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LANGUAGES } from '#domain/language';
import { call } from '../api/call.js';
import { Card } from '../ui/card.js';
import { LETTERS_KEY } from './keys.js';
import { SettingsFrame } from './settings-frame.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import styles from './administration.module.css';

/** `/settings/letters`: every letter, and in which languages it has words of the organisation's own. */
export const LettersPage = () => {
  const { t, find, language: own } = useAdministrationTexts();
  const { data, error, refetch } = useQuery({
    queryKey: LETTERS_KEY,
    queryFn: ({ signal }) => call('letters', { signal }),
  });
  return (
    <SettingsFrame
      page="letters"
      error={data === undefined ? error : null}
      loading={data === undefined}
      onRetry={() => void refetch()}
    >
      <div className={styles.stack}>
        {(['mail', 'decision'] as const).map((kind) => (
          <Card key={kind} title={t(`administration.letters.${kind}`)}>
            <div>
              {data?.letters
                .filter((letter) => letter.kind === kind)
                .map(({ letter, changed }) => (
                  <div key={letter} className={styles.row}>
                    <span className={styles.rowWords}>
                      <Link to="/settings/$" params={{ _splat: `letters/${letter}/${own}` }}>
                        {find(`administration.letter.${letter}`) ?? letter}
                      </Link>
                    </span>
                    <span className={styles.pill} data-tone={changed.length > 0 ? 'note' : 'quiet'}>
                      {changed.length === 0
                        ? t('administration.letters.standard')
                        : t('administration.letters.changed', {
                            languages: LANGUAGES.filter((each) => changed.includes(each)).join(', '),
                          })}
                    </span>
                  </div>
                ))}
            </div>
          </Card>
        ))}
      </div>
    </SettingsFrame>
  );
};
