import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LANGUAGES, type Language } from '#domain/language';
import { call } from '../api/call.js';
import { SESSION_KEY } from '../api/keys.js';
import { Segments } from '../ui/segments.js';
import { useToast } from '../ui/use-toast.js';
import { useProblemText } from './problem-text.js';
import { useTexts } from './texts.js';

/** The language of the desk for this reader; the server keeps it. Letters keep the language of their requester. */
export const LanguageChoice = () => {
  const { t, language } = useTexts();
  const problemText = useProblemText();
  const toast = useToast();
  const client = useQueryClient();
  const choose = useMutation({
    mutationFn: (chosen: Language) => call('chooseLanguage', { body: { language: chosen } }),
    onSuccess: (session) => client.setQueryData(SESSION_KEY, session),
    onError: (error) => toast.failed(problemText(error)),
  });
  return (
    <Segments
      label={t('console.account.language')}
      value={language}
      options={LANGUAGES.map((value) => ({ value, label: t(`common.language.${value}`) }))}
      onChoose={(chosen) => choose.mutate(chosen)}
    />
  );
};
