import type { DemoPerson } from './people.js';
import { diceFrom, type Dice } from './random.js';
import { recordedTones } from './tone.js';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const SUBJECTS = ['Laskutus', 'Asennusaika', 'Sopimuksen muutos', 'Vikailmoitus', 'Tarjouspyyntö'] as const;

/** Notes that a desk must not stumble over. The identity code is of the kind that is never given to a person. */
const NOTES: Partial<Record<NonNullable<DemoPerson['difficulty']>, string>> = {
  hostile_text: 'Asiakas pyysi lisäämään: <script>alert("tilaus")</script> ja =HYPERLINK("https://example.com")',
  third_person: 'Naapuri, puh. 048 000 0777 (naapuri.777@example.org, 010190-900P), avaa portin asentajille.',
};

const instant = (today: Temporal.PlainDate, daysAgo: number, dice: Dice): string =>
  today
    .subtract({ days: daysAgo })
    .toZonedDateTime({
      timeZone: 'Europe/Helsinki',
      plainTime: { hour: dice.between(8, 16), minute: dice.between(0, 59) },
    })
    .toInstant()
    .toString();

/** A person's calls to customer service; most of those of the last two years are recorded. `id` as in `customerHistory`. */
export const callsOf = (person: DemoPerson, id: number, today: Temporal.PlainDate): Row[] => {
  const dice = diceFrom(id * 104_729);
  const note = person.difficulty === null ? undefined : NOTES[person.difficulty];
  const count = person.difficulty === null ? Math.max(0, dice.between(-2, 2)) : 2;
  return Array.from({ length: count }, (_, index) => {
    const daysAgo = dice.between(3, Math.min(person.customerForDays, 900));
    const recording = daysAgo < 730 && dice.chance(70) ? recordedTones(dice) : null;
    // The exchange knows the number, not always the customer: here it could be either of the two who share it.
    const known = person.difficulty !== 'shared_phone' || index === 0;
    return {
      id: id * 10 + index,
      customer_number: known ? person.customerNumber : null,
      phone: person.phone,
      direction: dice.pick(['Saapuva', 'Lähtevä']),
      started_at: instant(today, daysAgo, dice),
      seconds: dice.between(35, 900),
      subject: dice.pick(SUBJECTS),
      notes: index === 0 ? (note ?? null) : null,
      recording: recording === null ? null : `\\x${Buffer.from(recording).toString('hex')}`,
    };
  });
};

const consent = (
  dice: Dice,
  today: Temporal.PlainDate,
  row: { id: number; customer_number: string | null; channel: 'email' | 'phone'; contact: string; source: string },
): Row => {
  const givenDaysAgo = dice.between(20, 1500);
  const withdrawn = dice.chance(15);
  return {
    ...row,
    consented: !withdrawn,
    given_on: today.subtract({ days: givenDaysAgo }).toString(),
    withdrawn_on: withdrawn ? today.subtract({ days: dice.between(0, givenDaysAgo) }).toString() : null,
  };
};

/** A customer's marketing consents, one per contact that was asked about. */
export const consentsOf = (person: DemoPerson, id: number, today: Temporal.PlainDate): Row[] => {
  const dice = diceFrom(id * 15_485_863);
  const given = { customer_number: person.customerNumber, source: dice.pick(['Sopimus', 'Verkkosivut', 'Messut']) };
  const email = person.email;
  const rows: Row[] = [];
  if (email !== null && dice.chance(60))
    rows.push(consent(dice, today, { ...given, id: id * 10 + 1, channel: 'email', contact: email }));
  if (dice.chance(30))
    rows.push(consent(dice, today, { ...given, id: id * 10 + 2, channel: 'phone', contact: person.phone }));
  return rows;
};

/** People who only asked for an offer: known to marketing and to nobody else. */
export const leads = (today: Temporal.PlainDate): Row[] =>
  Array.from({ length: 40 }, (_, index) => {
    const contact = `tarjous.${index + 1}@example.com`;
    const lead = {
      id: 100_000 + index,
      customer_number: null,
      channel: 'email',
      contact,
      source: 'Tarjouspyyntö',
    } as const;
    return consent(diceFrom(index + 1), today, lead);
  });
