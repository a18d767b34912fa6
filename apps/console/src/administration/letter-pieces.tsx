import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LetterPage, LetterSegment } from '#contracts/settings-letters';
import { call } from '../api/call.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { TextAreaField } from '../ui/text-area-field.js';
import { LETTERS_KEY } from './keys.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import type { FormParts } from './versioned-form.js';
import styles from './administration.module.css';

interface Passages {
  readonly passages: Record<string, string | null>;
}

/** Typing goes on while the renderer works. */
const PREVIEW_AFTER_MS = 400;

/** The letter piece by piece in its order: locked pieces to read, free ones to write. */
export const LetterPieces = ({
  values: { passages },
  change,
  problemOf,
  page,
}: FormParts<Passages> & { readonly page: LetterPage }) => {
  const { t } = useAdministrationTexts();
  const { letter, language } = page;
  const [tried] = useDebouncedValue(passages, PREVIEW_AFTER_MS);
  const { data } = useQuery({
    queryKey: [...LETTERS_KEY, letter, language, 'preview', tried],
    queryFn: ({ signal }) => call('previewLetter', { params: { letter, language }, body: { passages: tried }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const preview = data ?? page.preview;
  const set = (name: string, words: string | null): void => change({ passages: { ...passages, [name]: words } });
  return (
    <Card title={t('administration.letters.sample')}>
      <div className={styles.rows} lang={language}>
        <p className={styles.subject}>{preview.subject}</p>
        {preview.segments.map((segment, index) =>
          segment.kind === 'locked' ? (
            <div key={index} className={styles.segment} data-kind="locked">
              <p className={styles.minor}>{t('administration.letters.locked')}</p>
              <p className={styles.words}>{segment.text}</p>
            </div>
          ) : (
            <FreePiece
              key={segment.name}
              segment={segment}
              words={passages[segment.name] ?? null}
              names={page.names}
              error={problemOf(`passages.${segment.name}`)}
              onWords={(words) => set(segment.name, words)}
            />
          ),
        )}
      </div>
    </Card>
  );
};

interface FreePieceProps {
  readonly segment: Extract<LetterSegment, { kind: 'free' }>;
  readonly words: string | null;
  readonly names: readonly string[];
  readonly error: string | null;
  readonly onWords: (words: string | null) => void;
}

const FreePiece = ({ segment, words, names, error, onWords }: FreePieceProps) => {
  const { t, find } = useAdministrationTexts();
  const name = find(`administration.letters.passage.${segment.name}`) ?? segment.name;
  const label = t('administration.letters.free', { name });
  return (
    <div className={styles.segment} data-kind="free">
      <p className={styles.minor}>{label}</p>
      <p className={styles.words}>{segment.text === '' ? t('administration.letters.empty') : segment.text}</p>
      {words === null ? (
        <Button size="xs" onClick={() => onWords(segment.standard)}>
          {t('administration.letters.own')}
        </Button>
      ) : (
        <div className={styles.rows}>
          <TextAreaField
            label={label}
            rows={4}
            value={words}
            onText={onWords}
            error={error}
            hint={t('administration.letters.hint', { names: names.map((each) => `{{ ${each} }}`).join(' ') })}
          />
          <div className={styles.actions}>
            <Button size="xs" onClick={() => onWords(null)}>
              {t('administration.letters.reset')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
};
