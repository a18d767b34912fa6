import type { MarketingContact, ProvenIdentifier } from '#connectors/identifier';
import type { LocatedPeople, PersonalDetails } from '#domain/request/personal';
import type { SubjectRequest } from '#domain/request/state';

/**
 * By what a register may be asked about the person (security design, law 1): the one the registers were found to know,
 * once identity is proven; or, when nobody was found, only the contact the person showed to be theirs.
 */
export const provenIdentifiers = (
  request: SubjectRequest,
  person: PersonalDetails,
  located: LocatedPeople | null,
): ProvenIdentifier[] => {
  const chosen = located?.candidates[located.chosen ?? -1];
  if (request.location === 'one' && chosen !== undefined) {
    return [{ kind: 'person', value: chosen.person, status: 'on_file' }];
  }
  return request.contactConfirmed && person.email !== null
    ? [{ kind: 'email', value: person.email, status: 'verified' }]
    : [];
};

/** A marketing ban goes on for exactly the contacts named; it asks for no proof (GDPR art. 21(2)-(3)). */
export const marketingContacts = ({ email, phone }: PersonalDetails): MarketingContact[] =>
  Object.entries({ email, phone }).flatMap(([kind, value]) =>
    value === null ? [] : [{ kind: kind as MarketingContact['kind'], value, status: 'claimed' as const }],
  );
