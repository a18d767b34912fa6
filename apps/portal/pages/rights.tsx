import { RIGHTS } from '#domain/law/rights';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { hrefTo, type PageProps } from './page.js';
import { problemOf } from './problems.js';
import { Button } from './parts/button.js';
import { CheckboxList } from './parts/checkbox-list.js';
import { TextArea } from './parts/field.js';
import { Layout } from './parts/layout.js';
import { Step } from './parts/step.js';

export function RightsPage({ frame, t, model: { values, problems } }: PageProps<'rights'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.rights.title')} back={PORTAL_PATHS.start} problems={problems}>
      <Step t={t} step={1} />
      <form method="post" action={hrefTo(frame, PORTAL_PATHS.rights)} noValidate>
        <CheckboxList
          name="rights"
          title={t('portal.rights.title')}
          hint={t('portal.rights.hint')}
          problem={problemOf(t, problems, 'rights')}
          choices={RIGHTS.map((right) => ({
            value: right,
            label: t(`common.right.${right}.plain`),
            hint: t(`portal.right.${right}.hint`),
          }))}
          chosen={values.rights}
        />
        <TextArea
          name="words"
          label={t('portal.frame.optional', { label: t('portal.rights.words') })}
          hint={t('portal.rights.words_hint')}
          problem={problemOf(t, problems, 'words')}
          value={values.words}
        />
        <Button>{t('portal.frame.continue')}</Button>
      </form>
    </Layout>
  );
}
