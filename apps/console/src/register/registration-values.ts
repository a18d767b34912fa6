import type { Registration } from '#contracts/request-page';
import type { Mandate } from '#domain/request/vocabulary';
import type { Right } from '#domain/law/rights';
import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';

/** What the form holds while it is being filled in. */
export interface RegistrationValues {
  readonly channel: Registration['channel'] | null;
  /** Null while what is typed is no date. */
  readonly receivedOn: CivilDate | null;
  readonly language: Language | null;
  readonly rights: readonly Right[];
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly customerNumber: string;
  readonly words: string;
  readonly representative: string;
  readonly mandate: Mandate | null;
}

/** In the order of the form. */
export const REGISTRATION_FIELDS = [
  'name',
  'email',
  'phone',
  'customerNumber',
  'representative',
  'mandate',
  'rights',
  'words',
  'channel',
  'language',
  'receivedOn',
] as const satisfies readonly (keyof RegistrationValues)[];

export type RegistrationField = (typeof REGISTRATION_FIELDS)[number];

/** Ends the key of the sentence that says what is wrong, `console.register.problem.<problem>`. */
export type RegistrationProblem =
  'channel' | 'receivedOn' | 'future' | 'language' | 'rights' | 'name' | 'mandate' | 'refused';

export type RegistrationProblems = Readonly<Partial<Record<RegistrationField, RegistrationProblem>>>;

export const emptyRegistration = (today: CivilDate): RegistrationValues => ({
  channel: null,
  receivedOn: today,
  language: null,
  rights: [],
  name: '',
  email: '',
  phone: '',
  customerNumber: '',
  words: '',
  representative: '',
  mandate: null,
});

const filled = (value: string): string | null => (value.trim() === '' ? null : value);

/**
 * The registration as the contract has it, or what is missing, field by field in the order of the form. The clock runs
 * from the real date of arrival, which may lie back but never ahead.
 */
export const readRegistration = (
  values: RegistrationValues,
  today: CivilDate,
): Registration | { readonly problems: RegistrationProblems } => {
  const { channel, receivedOn, language, rights, name, mandate } = values;
  const representative = filled(values.representative);
  const problems: RegistrationProblems = {
    ...(name.trim() === '' && { name: 'name' }),
    ...(representative !== null && mandate === null && { mandate: 'mandate' }),
    ...(rights.length === 0 && { rights: 'rights' }),
    ...(channel === null && { channel: 'channel' }),
    ...(receivedOn === null && { receivedOn: 'receivedOn' }),
    ...(receivedOn !== null && receivedOn > today && { receivedOn: 'future' }),
    ...(language === null && { language: 'language' }),
  };
  if (channel === null || language === null || receivedOn === null || Object.keys(problems).length > 0)
    return { problems };
  return {
    channel,
    receivedOn,
    language,
    rights: [...rights],
    name,
    email: filled(values.email),
    phone: filled(values.phone),
    customerNumber: filled(values.customerNumber),
    words: values.words,
    representative: representative === null || mandate === null ? null : { name: representative, mandate },
  };
};
