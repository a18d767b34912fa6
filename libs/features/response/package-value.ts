import type { FieldType, JsonValue } from '#connectors/connector';
import type { Language } from '#domain/language';
import { formatDate, formatInstant } from '#texts/dates';

/** Words for values that have none of their own. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
  /** Stands for an empty value, so that a screen reader does not pass over the cell in silence. */
  readonly noValue: string;
}

/** Only the decimal mark changes: grouping would spoil numbers that are names of something. */
const DECIMAL_MARK = { fi: ',', sv: ',', en: '.' } as const satisfies Record<Language, string>;

/** A date or instant that is none (an old register may hold `infinity`) is shown as it stands. */
const orAsItStands = (text: string, format: (text: string) => string): string => {
  try {
    return format(text);
  } catch (error) {
    if (error instanceof RangeError) return text;
    throw error;
  }
};

/** A value as a person reads it, in their language; instants in the controller's zone. */
export const readableValue = (
  value: JsonValue,
  type: FieldType,
  language: Language,
  timeZone: string,
  words: ValueWords,
): string => {
  if (value === null || value === '') return words.noValue;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'object') return JSON.stringify(value, null, 1);
  const text = String(value);
  if (type === 'number') return text.replace('.', DECIMAL_MARK[language]);
  if (type === 'date') return orAsItStands(text, (date) => formatDate(date, language, 'numeric'));
  if (type === 'instant')
    return orAsItStands(text, (instant) => formatInstant(instant, timeZone, language, { year: true }));
  return text;
};
