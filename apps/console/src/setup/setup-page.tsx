import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SetUpProgress, SetUpState, SetUpStep } from '#contracts/set-up';
import { SET_UP_KEY, SETTINGS_KEY } from '../administration/keys.js';
import { useAdministrationTexts } from '../administration/use-administration-texts.js';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Closed } from '../ui/closed.js';
import { Failure } from '../ui/failure.js';
import { Mark } from '../ui/mark.js';
import { Splash } from '../ui/splash.js';
import { MailStep } from './mail-step.js';
import { RequestStep } from './request-step.js';
import own from '../administration/administration.module.css';
import styles from './setup.module.css';

/** Steps that are pages of the settings, and stay so afterwards. */
const PAGES: Readonly<Partial<Record<SetUpStep, string>>> = {
  organisation: 'organisation',
  'time-limits': 'time-limits',
  record: 'record',
  registers: 'registers',
};

/** The steps of setting a desk up: what is done is read from the desk itself, so it can be left and taken up any time. */
export const SetUpPage = () => {
  const { t } = usePageTexts('setup');
  const { t: tell } = useAdministrationTexts();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: SET_UP_KEY,
    queryFn: ({ signal }) => call('setUp', { signal }),
  });
  const keep = useMutation({
    mutationFn: (body: SetUpProgress) => call('keepSetUp', { body }),
    onSuccess: (state) => {
      client.setQueryData(SET_UP_KEY, state);
      void client.invalidateQueries({ queryKey: SETTINGS_KEY, exact: true });
    },
  });
  const skippedIn = ({ steps }: SetUpState): SetUpStep[] => steps.flatMap(({ step, skipped }) => (skipped ? step : []));
  const title = t('setup.title');
  const closed = error instanceof ApiProblem && error.status === 403;
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <Mark />
      <PageHeading title={title}>{title}</PageHeading>
      <p>{t('setup.intro')}</p>
      {data === undefined && error !== null && (
        <>
          {closed ? (
            <Closed words={problemText(error)} />
          ) : (
            <Failure words={problemText(error)} onRetry={() => void refetch()} />
          )}
          <Link to="/queue">{t('setup.queue')}</Link>
        </>
      )}
      {data === undefined && error === null && <Splash />}
      {data?.finished === true && <p role="status">{t('setup.finished')}</p>}
      <ol className={styles.steps}>
        {data?.steps.map(({ step, missing, skipped }, index) => {
          const done = missing.length === 0;
          const page = PAGES[step];
          const others = skippedIn(data).filter((each) => each !== step);
          return (
            <li key={step}>
              <Card
                title={`${index + 1}. ${t(`setup.step.${step}`)}`}
                aside={
                  <span className={own.pill} data-tone={done ? 'ok' : skipped ? 'quiet' : 'note'}>
                    {done ? t('setup.done') : skipped ? t('setup.skipped') : tell('administration.missing')}
                  </span>
                }
              >
                <div className={own.rows}>
                  <p>{t(`setup.hint.${step}`)}</p>
                  {missing.map((code) => (
                    <p key={code} className={own.outcome}>
                      • {tell(`administration.missing.${code}`)}
                    </p>
                  ))}
                  {step === 'mail' && <MailStep />}
                  {step === 'request' && <RequestStep test={data.testRequest} />}
                  <div className={own.actions}>
                    {page !== undefined && (
                      <Link to="/settings/$" params={{ _splat: page }} className={styles.open}>
                        {t('setup.open')}
                        <span className="visually-hidden"> {t(`setup.step.${step}`)}</span>
                      </Link>
                    )}
                    {!done && (
                      <span className={styles.skip}>
                        <Button
                          size="xs"
                          onClick={() =>
                            keep.mutate({ skipped: skipped ? others : [...others, step], finished: data.finished })
                          }
                        >
                          {t(skipped ? 'setup.unskip' : 'setup.skip')}
                          <span className="visually-hidden"> {t(`setup.step.${step}`)}</span>
                        </Button>
                      </span>
                    )}
                  </div>
                </div>
              </Card>
            </li>
          );
        })}
      </ol>
      {data !== undefined && (
        <Card title={t('setup.remains')}>
          <div className={own.rows}>
            {data.steps.every(({ missing }) => missing.length === 0) && <p>{t('setup.remains.nothing')}</p>}
            <ul className={own.list}>
              {data.steps
                .flatMap(({ missing }) => missing)
                .map((code) => (
                  <li key={code}>{tell(`administration.missing.${code}`)}</li>
                ))}
            </ul>
            <div className={own.actions}>
              {!data.finished && (
                <Button
                  kind="primary"
                  busy={keep.isPending}
                  onClick={() => keep.mutate({ skipped: skippedIn(data), finished: true })}
                >
                  {t('setup.finish')}
                </Button>
              )}
              <Link to="/settings">{tell('administration.back')}</Link>
              <Link to="/queue">{t('setup.queue')}</Link>
            </div>
          </div>
        </Card>
      )}
    </main>
  );
};
