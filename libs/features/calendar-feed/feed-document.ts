import ical, { ICalEventTransparency } from 'ical-generator';
import type { Language } from '#domain/language';
import { translatorFor } from '#texts/load-messages';
import type { FeedDate } from './feed-dates.js';

const REFRESH_SECONDS = 3600;

/**
 * An iCalendar document (RFC 5545) with one all-day event per date. It holds references and words, and of people nothing.
 * The same dates give the same document: an event's stamp is the moment of the last change of its request or dates, as RFC 5545,
 * section 3.8.7.2, has it for calendars that are published.
 *
 * `linkTo` gives the address of a request in the console, `host` makes the ids of events unique in the world.
 */
export const feedDocument = (
  dates: readonly FeedDate[],
  language: Language,
  host: string,
  linkTo: (reference: string) => string,
): string => {
  const t = translatorFor(language);
  const calendar = ical({
    name: t('mail.calendar.name'),
    prodId: { company: 'Artikla', product: 'Artikla', language: language.toUpperCase() },
    ttl: REFRESH_SECONDS,
  });
  for (const { reference, kind, on, undecided, version, changedAt } of dates) {
    const day = Temporal.PlainDate.from(on);
    const changed = Temporal.Instant.from(changedAt);
    const link = linkTo(reference);
    calendar.createEvent({
      id: `${reference}-${kind}@${host}`,
      sequence: version,
      stamp: changed,
      lastModified: changed,
      allDay: true,
      start: day,
      // The end of an all-day event is the day after it (RFC 5545, section 3.6.1).
      end: day.add({ days: 1 }),
      summary: t(`mail.calendar.${kind}`, { reference }),
      description: undecided ? `${t('mail.calendar.undecided')}\n${link}` : link,
      url: link,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
};
