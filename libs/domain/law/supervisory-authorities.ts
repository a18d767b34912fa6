import type { Localised } from '#domain/language';

/** The authority a person can complain to (GDPR art. 77), as printed in letters. */
export interface SupervisoryAuthority {
  readonly name: Localised;
  readonly visitingAddress: Localised;
  readonly postalAddress: Localised;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
}

/** By country of the controller, ISO 3166-1 alpha-2. */
const SUPERVISORY_AUTHORITIES: Readonly<Partial<Record<string, SupervisoryAuthority>>> = {
  // Contact details as published at tietosuoja.fi, in Finnish, Swedish and English, November 2026.
  FI: {
    name: {
      fi: 'Tietosuojavaltuutetun toimisto',
      sv: 'Dataombudsmannens byrå',
      en: 'Office of the Data Protection Ombudsman',
    },
    visitingAddress: {
      fi: 'Lintulahdenkuja 4, 00530 Helsinki',
      sv: 'Fågelviksgränden 4, 00530 Helsingfors',
      en: 'Lintulahdenkuja 4, 00530 Helsinki, Finland',
    },
    postalAddress: {
      fi: 'PL 800, 00531 Helsinki',
      sv: 'PB 800, 00531 Helsingfors',
      en: 'P.O. Box 800, 00531 Helsinki, Finland',
    },
    phone: '+358 29 566 6700',
    email: 'tietosuoja@om.fi',
    website: 'https://tietosuoja.fi',
  },
};

/** Where letters can be written: each names its authority. */
export const COUNTRIES_WITH_AUTHORITY = Object.keys(SUPERVISORY_AUTHORITIES);

/** Throws when the table has no row for the country: no letter may go out without the complaint address. */
export const supervisoryAuthorityOf = (country: string): SupervisoryAuthority => {
  const authority = SUPERVISORY_AUTHORITIES[country];
  if (authority === undefined) throw new Error(`no supervisory authority is on record for ${country}`);
  return authority;
};
