import { LANGUAGES, type Language, type Localised } from '#domain/language';
import { TextAreaField } from '../ui/text-area-field.js';
import { TextField } from '../ui/text-field.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import styles from './administration.module.css';

export const NO_WORDS: Localised = { fi: '', sv: '', en: '' };

interface LocalisedFieldProps {
  readonly label: string;
  readonly value: Localised;
  readonly onText: (value: Localised) => void;
  readonly long?: boolean;
  readonly hint?: string;
  readonly error?: string | null;
}

/** One text in three languages side by side. */
export const LocalisedField = ({ label, value, onText, long = false, hint, error }: LocalisedFieldProps) => {
  const { t } = useAdministrationTexts();
  const field = (language: Language) => {
    const props = {
      // The legend says the name to the eye; a field's own name says it again to who hears one field alone.
      label: (
        <>
          <span className="visually-hidden">{label} </span>
          {t(`administration.language.${language}`)}
        </>
      ),
      lang: language,
      value: value[language],
      onText: (typed: string) => onText({ ...value, [language]: typed }),
    };
    if (long) return <TextAreaField key={language} rows={3} {...props} />;
    const { lang: _, ...plain } = props;
    return <TextField key={language} {...plain} />;
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      {hint !== undefined && <p className={styles.minor}>{hint}</p>}
      <div className={styles.three}>{LANGUAGES.map(field)}</div>
      {typeof error === 'string' && (
        <p className={styles.problem} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
};

/** Several texts, one per line, in the same order in each language. */
export const LinesField = ({ label, value, onText }: LinesFieldProps) => {
  const { t } = useAdministrationTexts();
  const joined = (language: Language): string => value.map((line) => line[language]).join('\n');
  return (
    <LocalisedField
      label={label}
      long
      hint={t('administration.record.lines.hint')}
      value={{ fi: joined('fi'), sv: joined('sv'), en: joined('en') }}
      onText={(typed) => onText(linesOf(typed))}
    />
  );
};

interface LinesFieldProps {
  readonly label: string;
  readonly value: readonly Localised[];
  readonly onText: (value: Localised[]) => void;
}

const linesOf = (typed: Localised): Localised[] => {
  const lines = { fi: typed.fi.split('\n'), sv: typed.sv.split('\n'), en: typed.en.split('\n') };
  const most = Math.max(...LANGUAGES.map((language) => lines[language].length));
  return Array.from({ length: most }, (_, index) => ({
    fi: lines.fi[index] ?? '',
    sv: lines.sv[index] ?? '',
    en: lines.en[index] ?? '',
  }));
};

/** Without the lines that are empty in every language. */
export const filledLines = (lines: readonly Localised[]): Localised[] =>
  lines.filter((line) => LANGUAGES.some((language) => line[language].trim() !== ''));
