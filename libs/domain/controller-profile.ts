import type { Language, Localised } from './language.js';

export interface PostalAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** Who the organisation is and how to reach it: what the law wants told of a controller (GDPR arts. 13(1)(a), 30(1)(a)). */
export interface ControllerContact {
  readonly name: string;
  readonly businessId: string;
  readonly address: PostalAddress;
  readonly phone: string;
  readonly email: string;
}

/** The person to ask about personal data: a data protection officer where there is one (GDPR art. 37), else the contact. */
export interface PrivacyContact {
  readonly title: Localised;
  readonly phone: string;
  readonly email: string;
}

/** The organisation that answers requests. */
export interface ControllerProfile extends ControllerContact {
  /** ISO 3166-1 alpha-2: decides the holidays, the authority and the national law. */
  readonly country: string;
  /** IANA name: every civil date of a request is a date here. */
  readonly timeZone: string;
  /** The first one is used where a person's language is unknown. */
  readonly languages: readonly Language[];
  readonly website: string;
  readonly dataProtectionOfficer: PrivacyContact;
  /** What the portal's first page says in the organisation's own words. */
  readonly portalIntro?: Localised;
  /** The share of answers on time that it wants to reach, in per cent. The law wants all of them. */
  readonly onTimeGoal?: number;
}
