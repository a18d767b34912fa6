import type { OrganisationSettings } from '#contracts/settings-organisation';
import type { ControllerContact, ControllerProfile } from '#domain/controller-profile';
import type { Controller } from '#persistence/entities/controller';

const NOWHERE = { street: '', postalCode: '', city: '' };
const NOBODY = { title: { fi: '', sv: '', en: '' }, phone: '', email: '' };

/** The organisation as its page has it. A desk that is being set up knows little of it yet. */
export const settingsOf = ({
  name,
  country,
  timeZone,
  languages,
  sender,
  ...row
}: Controller): OrganisationSettings => {
  const profile: Partial<ControllerProfile> = row.profile;
  return {
    name,
    businessId: profile.businessId ?? '',
    address: profile.address ?? NOWHERE,
    phone: profile.phone ?? '',
    email: profile.email ?? '',
    website: profile.website ?? '',
    country,
    timeZone,
    languages,
    dataProtectionOfficer: profile.dataProtectionOfficer ?? NOBODY,
    sender,
    portalIntro: profile.portalIntro ?? null,
    onTimeGoal: profile.onTimeGoal ?? null,
  };
};

export const contactOf = ({ name, businessId, address, phone, email }: ControllerContact): ControllerContact => ({
  name,
  businessId,
  address,
  phone,
  email,
});

/** What letters and the portal know of the organisation. */
export const profileOf = ({ portalIntro, onTimeGoal, ...settings }: OrganisationSettings): ControllerProfile => ({
  ...contactOf(settings),
  country: settings.country,
  timeZone: settings.timeZone,
  languages: settings.languages,
  website: settings.website,
  dataProtectionOfficer: settings.dataProtectionOfficer,
  ...(portalIntro === null ? {} : { portalIntro }),
  ...(onTimeGoal === null ? {} : { onTimeGoal }),
});
