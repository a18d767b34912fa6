import { useDates } from '../../app/dates.js';

/** A date on its own; a dash where there is none. */
export const DateCell = ({ date }: { date: string | null }) => {
  const dates = useDates();
  return date === null ? <>–</> : <time dateTime={date}>{dates.short(date)}</time>;
};
