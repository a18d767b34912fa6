import type { Language } from '#domain/language';
import { nameWords } from '../identifier.js';
import { NAMES, STREETS, TOWNS } from './names.js';
import { diceFrom, type Dice } from './random.js';

/** What makes a person worth trying in the demo. */
export type DemoDifficulty =
  | 'accented_name'
  | 'same_name'
  | 'shared_phone'
  | 'changed_email'
  | 'hostile_text'
  | 'third_person'
  | 'protected_address'
  | 'no_email'
  | 'left_long_ago'
  | 'left_recently';

/** An invented customer of the demo company. */
export interface DemoPerson {
  readonly customerNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly streetAddress: string;
  readonly postalCode: string;
  readonly city: string;
  readonly email: string | null;
  /** As the company wrote it down: spellings differ. */
  readonly phone: string;
  readonly customerForDays: number;
  /** Days since the e-mail address on file was changed; null when it is the one of the registration. */
  readonly emailChangedDaysAgo: number | null;
  readonly difficulty: DemoDifficulty | null;
}

const HOW_MANY = 500;
const SEED = 20261122;

/** The first people of the register, in whom the difficult cases sit. The numbers are the places in the register. */
const DIFFICULT: readonly Partial<DemoPerson>[] = [
  { difficulty: 'accented_name', givenName: 'Aino', familyName: 'Åkerblom', language: 'fi' },
  { difficulty: 'same_name', givenName: 'Matti', familyName: 'Korhonen', language: 'fi' },
  { difficulty: 'same_name', givenName: 'Matti', familyName: 'Korhonen', language: 'fi' },
  { difficulty: 'shared_phone', givenName: 'Liisa', familyName: 'Nieminen', phone: '048 000 0900' },
  { difficulty: 'shared_phone', givenName: 'Pekka', familyName: 'Nieminen', phone: '+358 48 000 0900' },
  { difficulty: 'changed_email', emailChangedDaysAgo: 12 },
  { difficulty: 'hostile_text' },
  { difficulty: 'third_person' },
  { difficulty: 'protected_address' },
  { difficulty: 'no_email', email: null },
  { difficulty: 'left_long_ago', customerForDays: 4200 },
  { difficulty: 'left_recently', customerForDays: 2400 },
];

/** No operator has been given 048, and a subscriber number does not begin with 000: nobody is reached there. */
const phoneOf = (dice: Dice, index: number): string => {
  const number = String(index + 1).padStart(4, '0');
  return dice.pick([`048 000 ${number}`, `+358 48 000 ${number}`, `048000${number}`, `00358 48 000${number}`]);
};

/** Only domains that are reserved for examples (RFC 2606). */
const emailOf = (dice: Dice, givenName: string, familyName: string, index: number): string =>
  `${nameWords(givenName).join('-')}.${nameWords(familyName).join('-')}.${index + 1}@${dice.pick(['example.com', 'example.org', 'example.net'])}`;

const person = (index: number): DemoPerson => {
  const dice = diceFrom(SEED + index);
  const special = DIFFICULT[index] ?? {};
  const language = special.language ?? (dice.chance(15) ? 'sv' : 'fi');
  const names = language === 'sv' ? NAMES.sv : NAMES.fi;
  const givenName = special.givenName ?? dice.pick(names.given);
  const familyName = special.familyName ?? dice.pick(names.family);
  const changed = dice.chance(10);
  return {
    customerNumber: `K-${100_001 + index}`,
    givenName,
    familyName,
    language: language === 'fi' && dice.chance(3) ? 'en' : language,
    streetAddress: `${dice.pick(STREETS)} ${dice.between(1, 89)}`,
    ...dice.pick(TOWNS),
    email: dice.chance(94) || index < DIFFICULT.length ? emailOf(dice, givenName, familyName, index) : null,
    phone: phoneOf(dice, index),
    customerForDays: dice.between(90, 3300),
    emailChangedDaysAgo: changed && index >= DIFFICULT.length ? dice.between(40, 80) : null,
    difficulty: null,
    ...special,
  };
};

/** The same five hundred people every time, so that requests can be filed in their names. */
export const demoPeople = (): DemoPerson[] => Array.from({ length: HOW_MANY }, (_, index) => person(index));
