import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { problemOf } from './problems.js';
import { Button } from './parts/button.js';
import { Field } from './parts/field.js';
import { Layout } from './parts/layout.js';
import { Step } from './parts/step.js';

export function PersonPage({ frame, t, model: { values, problems } }: PageProps<'person'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.person.title')} back={PORTAL_PATHS.rights} problems={problems}>
      <Step t={t} step={2} />
      <h1>{t('portal.person.title')}</h1>
      <p className="lead">{t('portal.person.lead')}</p>
      <form method="post" action={hrefTo(frame, PORTAL_PATHS.person)} noValidate>
        <Field
          name="name"
          label={t('portal.person.name')}
          problem={problemOf(t, problems, 'name')}
          value={values.name}
          autoComplete="name"
        />
        <Field
          name="email"
          label={t('portal.person.email')}
          hint={t('portal.person.email_hint')}
          problem={problemOf(t, problems, 'email')}
          value={values.email}
          type="email"
          autoComplete="email"
          inputMode="email"
        />
        <Field
          name="phone"
          label={t('portal.person.phone')}
          hint={t('portal.person.phone_hint')}
          problem={problemOf(t, problems, 'phone')}
          value={values.phone}
          type="tel"
          autoComplete="tel"
          inputMode="tel"
        />
        <Field
          name="customerNumber"
          label={t('portal.frame.optional', { label: t('portal.person.customer_number') })}
          hint={t('portal.person.customer_number_hint')}
          problem={problemOf(t, problems, 'customerNumber')}
          value={values.customerNumber}
          autoComplete="off"
        />
        <Button>{t('portal.frame.continue')}</Button>
      </form>
    </Layout>
  );
}
