import { useQuery } from '@tanstack/react-query';
import type { OrganisationPage as Page, OrganisationSettings } from '#contracts/settings-organisation';
import { LANGUAGES } from '#domain/language';
import { call } from '../api/call.js';
import { Card } from '../ui/card.js';
import { CheckList } from '../ui/check-list.js';
import { SelectField } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { ORGANISATION_KEY } from './keys.js';
import { LocalisedField, NO_WORDS } from './localised-field.js';
import { SettingsFrame } from './settings-frame.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import { VersionedForm, type FormParts } from './versioned-form.js';
import styles from './administration.module.css';

/** `/settings/organisation`: who answers requests. */
export const OrganisationPage = () => {
  const { t } = useAdministrationTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ORGANISATION_KEY,
    queryFn: ({ signal }) => call('organisation', { signal }),
  });
  return (
    <SettingsFrame
      page="organisation"
      error={data === undefined ? error : null}
      loading={data === undefined}
      onRetry={() => void refetch()}
    >
      {data !== undefined && (
        <VersionedForm<OrganisationSettings>
          page={data}
          save={(body, version) => call('changeOrganisation', { body, version })}
          words={() => t('administration.problem.field')}
        >
          {(parts) => <OrganisationFields {...parts} countries={data.countries} />}
        </VersionedForm>
      )}
    </SettingsFrame>
  );
};

type FieldsProps = FormParts<OrganisationSettings> & Pick<Page, 'countries'>;

const OrganisationFields = ({ values, change, problemOf, countries }: FieldsProps) => {
  const { t, language } = useAdministrationTexts();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { address, dataProtectionOfficer: officer } = values;
  const own = (field: 'name' | 'businessId' | 'phone' | 'email' | 'website') => (
    <TextField
      label={t(`administration.field.${field}`)}
      value={values[field]}
      onText={(typed) => change({ [field]: typed })}
      error={problemOf(field)}
    />
  );
  const inAddress = (field: 'street' | 'postalCode' | 'city') => (
    <TextField
      label={t(`administration.field.${field}`)}
      value={address[field]}
      onText={(typed) => change({ address: { ...address, [field]: typed } })}
      error={problemOf(`address.${field}`)}
    />
  );
  return (
    <>
      <Card title={t('administration.organisation.who')}>
        <div className={styles.three}>
          {own('name')}
          {own('businessId')}
          {own('website')}
          {inAddress('street')}
          {inAddress('postalCode')}
          {inAddress('city')}
          {own('phone')}
          {own('email')}
        </div>
      </Card>
      <Card title={t('administration.organisation.contact')}>
        <div className={styles.rows}>
          <LocalisedField
            label={t('administration.field.dpoTitle')}
            value={officer.title}
            onText={(title) => change({ dataProtectionOfficer: { ...officer, title } })}
            error={problemOf('dataProtectionOfficer.title')}
          />
          <div className={styles.three}>
            <TextField
              label={t('administration.field.email')}
              value={officer.email}
              onText={(email) => change({ dataProtectionOfficer: { ...officer, email } })}
              error={problemOf('dataProtectionOfficer.email')}
            />
            <TextField
              label={t('administration.field.phone')}
              value={officer.phone}
              onText={(phone) => change({ dataProtectionOfficer: { ...officer, phone } })}
            />
          </div>
        </div>
      </Card>
      <Card title={t('administration.organisation.place')}>
        <div className={styles.rows}>
          <p className={styles.minor}>{t('administration.organisation.country.hint')}</p>
          <div className={styles.three}>
            <SelectField
              label={t('administration.field.country')}
              value={values.country}
              options={countries.map((value) => ({ value, label: names.of(value) ?? value }))}
              onChoose={(country) => change({ country })}
            />
            <SelectField
              label={t('administration.field.timeZone')}
              value={values.timeZone}
              options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))}
              onChoose={(timeZone) => change({ timeZone })}
            />
          </div>
          <CheckList
            label={t('administration.field.languages')}
            chosen={values.languages}
            options={LANGUAGES.map((value) => ({ value, label: t(`administration.organisation.language.${value}`) }))}
            onChoose={(languages) => change({ languages })}
            error={problemOf('languages')}
          />
        </div>
      </Card>
      <Card title={t('administration.organisation.goal')}>
        <TextField
          label={t('administration.field.onTimeGoal')}
          hint={t('administration.field.onTimeGoal.hint')}
          inputMode="numeric"
          maxLength={3}
          value={values.onTimeGoal?.toString() ?? ''}
          onText={(typed) => change({ onTimeGoal: Number.parseInt(typed, 10) || null })}
          error={problemOf('onTimeGoal')}
        />
      </Card>
      <Card title={t('administration.organisation.mail')}>
        <div className={styles.rows}>
          <TextField
            label={t('administration.field.sender')}
            hint={t('administration.organisation.sender.hint')}
            value={values.sender}
            onText={(sender) => change({ sender })}
            error={problemOf('sender')}
          />
          <LocalisedField
            label={t('administration.field.portalIntro')}
            long
            value={values.portalIntro ?? NO_WORDS}
            onText={(typed) =>
              change({ portalIntro: Object.values(typed).every((words) => words === '') ? null : typed })
            }
          />
        </div>
      </Card>
    </>
  );
};
