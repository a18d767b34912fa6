import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import type { Correspondence, MessagePreview } from '#contracts/correspondence';
import { call } from '../../api/call.js';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts, useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { TextAreaField } from '../../ui/text-area-field.js';
import { useToast } from '../../ui/use-toast.js';
import { useDraft } from '../drafts.js';
import { permitFor, useRequest } from '../request-context.js';
import { PreviewDialog } from './preview-dialog.js';
import { REPLY_BOX, replyDraft } from './reply-box.js';
import { TEMPLATES, type Template } from './templates.js';
import styles from './thread.module.css';

/** A message in the person's language. It is sent from its preview only, as the person will see it. */
export const MessageComposer = ({ to }: { to: Correspondence['to'] }) => {
  const { page } = useRequest();
  const { t } = usePageTexts('correspondence');
  const { t: theirs } = usePageTexts('correspondence', page.language);
  const { t: common, find } = useTexts();
  const problemText = useProblemText();
  const toast = useToast();
  const reasonId = useId();
  const [words, write] = useDraft(replyDraft(page.reference));
  const [template, setTemplate] = useState<Template | 'none'>('none');
  const [preview, setPreview] = useState<MessagePreview | null>(null);
  const show = useMutation({
    mutationFn: () => call('previewMessage', { params: { reference: page.reference }, body: { words } }),
    onSuccess: setPreview,
    onError: (error) => toast.failed(problemText(error)),
  });
  const permit = permitFor(page, 'writeMessage', {});
  if (permit === undefined) return null;
  if (!permit.open) {
    return (
      <p className={styles.closed}>
        <Button closedBecause={reasonId}>{common('console.command.writeMessage')}</Button>
        <span id={reasonId} className={styles.minor}>
          {find(`console.reason.${permit.reason}`)}
        </span>
      </p>
    );
  }
  const choose = (chosen: Template | 'none'): void => {
    setTemplate(chosen);
    if (chosen !== 'none') write(theirs(`correspondence.template.${chosen}`));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (words.trim() !== '') show.mutate();
  };
  return (
    <form className={styles.composer} onSubmit={submit}>
      {to !== null && <p className={styles.minor}>{t(`correspondence.to.${to.kind}`, { contact: to.contact })}</p>}
      <SelectField
        label={t('correspondence.template')}
        value={template}
        options={[
          { value: 'none', label: t('correspondence.template.none') },
          ...TEMPLATES.map((id) => ({ value: id, label: t(`correspondence.template.${id}.name`) })),
        ]}
        onChoose={choose}
      />
      <TextAreaField
        id={REPLY_BOX}
        label={t('correspondence.words')}
        hint={t('correspondence.wordsHint', { language: common(`common.language.${page.language}`) })}
        rows={5}
        maxLength={4000}
        lang={page.language}
        value={words}
        onText={write}
      />
      <Button type="submit" busy={show.isPending}>
        {t('correspondence.preview')}
      </Button>
      {preview !== null && (
        <PreviewDialog
          preview={preview}
          words={words}
          onClose={() => setPreview(null)}
          onSent={() => {
            write('');
            setTemplate('none');
          }}
        />
      )}
    </form>
  );
};
