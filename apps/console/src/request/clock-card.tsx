import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { ClockBar } from '../clock/clock-bar.js';
import { ClockDates } from '../clock/clock-dates.js';
import { ClockLegend } from '../clock/clock-legend.js';
import { ClockSentence } from '../clock/clock-sentence.js';
import { CountExplained } from '../clock/count-explained.js';
import { DeadlinePill } from '../clock/deadline-pill.js';
import { PolicyHint } from '../clock/policy-hint.js';
import { stepSentence } from '../clock/step-sentence.js';
import { CommandList } from './command-list.js';
import { useRequest } from './request-context.js';
import styles from './clock-card.module.css';

const CLOCK_COMMANDS = ['requestIdentity', 'requestClarification', 'recordReply', 'extendDeadline'] as const;

/** The statutory clock: how it stands, drawn, with why its date is what it is and what can move it. */
export const ClockCard = () => {
  const texts = useTexts();
  const dates = useDates();
  const { t } = texts;
  const { page } = useRequest();
  const { clock } = page;
  const id = useId();
  const [explained, setExplained] = useState(false);
  return (
    <section className={styles.card} aria-labelledby={`${id}title`} id="clock" tabIndex={-1}>
      <header className={styles.head}>
        <h2 id={`${id}title`}>{t('console.clock.title')}</h2>
        <DeadlinePill tone={clock.tone} daysLeft={clock.daysLeft} notStarted={clock.state === 'not_started'} />
        <p className={styles.sentence}>
          <ClockSentence clock={clock} />
        </p>
        <button
          type="button"
          className={styles.how}
          aria-expanded={explained}
          aria-controls={`${id}ledger`}
          onClick={() => setExplained(!explained)}
        >
          {t('console.clock.how')}
          <IconChevronDown aria-hidden size={16} className={styles.chevron} />
        </button>
      </header>
      <p className={styles.steps}>{stepSentence(clock.steps, texts, dates)}</p>
      <PolicyHint clock={clock} />
      <ClockBar clock={clock} />
      <div className={styles.below}>
        <ClockLegend clock={clock} />
        <ClockDates clock={clock} />
      </div>
      <div id={`${id}ledger`} hidden={!explained} className={styles.ledger}>
        <CountExplained clock={clock} reference={page.reference} />
      </div>
      <CommandList label={t('console.clock.commands')} types={CLOCK_COMMANDS} />
    </section>
  );
};
