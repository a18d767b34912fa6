import { RIGHT_RULES } from '#domain/law/rights';
import { formatDate } from '#texts/dates';
import type { PageProps } from './page.js';
import { FileList } from './parts/file-list.js';
import { Layout } from './parts/layout.js';
import { Notice } from './parts/notice.js';
import { SummaryList } from './parts/summary-list.js';

/** The decision on one right: the files first, because they run out, then the letter as it was written. */
export function AnswerPage({ frame, t, model }: PageProps<'answer'>) {
  return (
    <Layout frame={frame} t={t} title={t('portal.answer.title')}>
      <h1>{t('portal.answer.title')}</h1>
      <SummaryList
        rows={[
          {
            label: t('portal.answer.reference'),
            value: (
              <span className="code" translate="no">
                {model.reference}
              </span>
            ),
          },
          {
            label: t('portal.answer.right'),
            value: `${t(`common.right.${model.right}`)} (${t('common.article', { article: RIGHT_RULES[model.right].article })})`,
          },
          { label: t('portal.answer.outcome'), value: <strong>{t(`common.outcome.${model.outcome}`)}</strong> },
        ]}
      />
      {model.files.length === 0 ? null : (
        <section aria-labelledby="files">
          <h2 id="files">{t('portal.answer.files')}</h2>
          <Notice>
            <p>{t('portal.answer.care')}</p>
          </Notice>
          <FileList t={t} language={frame.language} files={model.files} action={model.downloadAction} />
          <p>{t('portal.answer.until', { date: formatDate(model.availableUntil, frame.language, 'numeric') })}</p>
        </section>
      )}
      <section aria-labelledby="letter">
        <h2 id="letter">{t('portal.answer.letter')}</h2>
        <div className="letter words">{model.letterText}</div>
      </section>
      <h2>{t('portal.answer.missing')}</h2>
      <p>{t('portal.answer.missing_text')}</p>
    </Layout>
  );
}
