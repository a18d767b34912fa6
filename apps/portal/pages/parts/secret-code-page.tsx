import type { FieldProblem } from '#contracts/portal-pages';
import type { Surroundings } from '../page.js';
import { problemOf } from '../problems.js';
import { Button } from './button.js';
import { Field } from './field.js';
import { Layout } from './layout.js';

interface SecretCodePageProps extends Surroundings {
  readonly title: string;
  readonly lead: string;
  readonly send: string;
  readonly action: string;
  readonly problems: readonly FieldProblem[];
}

/** Behind a mailed link: the link alone proves nothing, the code of the receipt does. */
export function SecretCodePage({ frame, t, title, lead, send, action, problems }: SecretCodePageProps) {
  return (
    <Layout frame={frame} t={t} title={title} problems={problems}>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <form method="post" action={action} noValidate>
        <Field
          name="code"
          label={t('portal.code.secret')}
          hint={t('portal.code.secret_hint')}
          problem={problemOf(t, problems, 'code')}
          autoComplete="off"
          code
        />
        <Button>{send}</Button>
      </form>
      <p>{t('portal.code.lost')}</p>
    </Layout>
  );
}
