import type { PageProps } from './page.js';
import { MessagePage } from './parts/message-page.js';

export function ProblemPage({ frame, t, model: { kind, tryAgainAt } }: PageProps<'problem'>) {
  return (
    <MessagePage
      frame={frame}
      t={t}
      title={t(`portal.page_problem.${kind}.title`)}
      text={t(`portal.page_problem.${kind}.text`)}
    >
      {tryAgainAt === null ? null : <p>{t('portal.page_problem.too-many.again', { time: tryAgainAt })}</p>}
    </MessagePage>
  );
}
