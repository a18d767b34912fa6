import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import { formatDate, type DateStyle } from '#texts/dates';

interface DayProps {
  readonly date: CivilDate;
  readonly language: Language;
  readonly style?: DateStyle;
}

/** A civil date as people write it, readable by programs too. */
export function Day({ date, language, style = 'numeric' }: DayProps) {
  return <time dateTime={date}>{formatDate(date, language, style)}</time>;
}
