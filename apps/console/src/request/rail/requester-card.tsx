import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { call } from '../../api/call.js';
import { requestKey } from '../../api/keys.js';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { useToast } from '../../ui/use-toast.js';
import { useRequest } from '../request-context.js';
import styles from './rail.module.css';

const FIELDS = ['email', 'phone', 'customerNumber'] as const;

/** Who asks. Contacts are masked until somebody needs them; who looked is written down. */
export const RequesterCard = () => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const toast = useToast();
  const { page } = useRequest();
  const client = useQueryClient();
  const reveal = useMutation({
    mutationFn: (reference: string) => call('reveal', { params: { reference } }),
    // The next command is given against the version that holds the trace of this look.
    onSuccess: (answer) => client.setQueryData(requestKey(answer.reference), answer),
    onError: (error) => toast.failed(problemText(error)),
  });
  // The page is masked again when it is refreshed; what this reader was shown stays while they look at this request.
  const person = reveal.data?.reference === page.reference ? reveal.data.person : page.person;
  return (
    <Card title={t('console.requester.title')}>
      <div className={styles.stack}>
        <dl className={styles.facts}>
          {FIELDS.map((field) => {
            const value = person[field];
            return (
              value !== null && [
                <dt key={`${field} name`}>{t(`console.requester.${field}`)}</dt>,
                <dd key={field}>{value}</dd>,
              ]
            );
          })}
          {person.representative !== null && (
            <>
              <dt>{t('console.requester.representative')}</dt>
              <dd>
                {person.representative.name} ({t(`common.mandate.${person.representative.mandate}`)})
              </dd>
            </>
          )}
          <dt>{t('console.requester.language')}</dt>
          <dd>{t(`common.language.${page.language}`)}</dd>
        </dl>
        {person.masked && (
          <div>
            <Button
              size="xs"
              icon={<IconEye aria-hidden size={16} />}
              busy={reveal.isPending}
              onClick={() => reveal.mutate(page.reference)}
            >
              {t('console.requester.reveal')}
            </Button>
            <p className={styles.hint}>{t('console.requester.revealHint')}</p>
          </div>
        )}
      </div>
    </Card>
  );
};
