import { z } from 'zod';
import { TOLD, TYPED, versioned, type SettingKit } from './setting-kit.js';
import { language } from './wire.js';

const organisation = ({ text, filled, localised, mail }: SettingKit) =>
  z.strictObject({
    name: filled(200),
    businessId: text(40),
    address: z.strictObject({ street: filled(200), postalCode: filled(20), city: filled(100) }),
    phone: text(40),
    email: mail(),
    website: text(200),
    /** ISO 3166-1 alpha-2, one of `countries`. */
    country: z.string().length(2),
    /** IANA name. */
    timeZone: z.string().min(1).max(60),
    /** The first one is used where a person's language is unknown. */
    languages: z
      .array(language)
      .min(1)
      .max(3)
      .refine((list) => new Set(list).size === list.length, 'holds one language twice'),
    /** Whom to ask about personal data: the data protection officer where there is one (GDPR art. 37). */
    dataProtectionOfficer: z.strictObject({ title: localised(100), phone: text(40), email: mail() }),
    /** The address that all mail of the desk comes from. */
    sender: mail(),
    /** What the portal's first page says in the organisation's own words; null says nothing. */
    portalIntro: localised(2000).nullable(),
    /** The share of answers on time that reports are held against, in per cent; null for none. */
    onTimeGoal: z.number().int().min(1).max(100).nullable().default(null),
  });

/** Who answers requests, as an administrator types it. */
export const organisationSettings = organisation(TYPED);

export const organisationPage = versioned(organisation(TOLD)).extend({
  /** Where letters can be written: each names its supervisory authority. */
  countries: z.array(z.string()),
});

export type OrganisationSettings = z.infer<typeof organisationSettings>;
export type OrganisationPage = z.infer<typeof organisationPage>;
