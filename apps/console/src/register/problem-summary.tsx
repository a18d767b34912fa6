import { useEffect, useRef } from 'react';
import { useTexts } from '../app/texts.js';
import { fieldId } from './field-id.js';
import type { RegistrationField, RegistrationProblems } from './registration-values.js';
import styles from './register.module.css';

interface ProblemSummaryProps {
  readonly problems: RegistrationProblems;
  /** The server said no, in words. */
  readonly failure: string | null;
}

/** All that is wrong in one place, each line leading to its field. Focus comes here, so that it is read at once. */
export const ProblemSummary = ({ problems, failure }: ProblemSummaryProps) => {
  const { t } = useTexts();
  const summary = useRef<HTMLDivElement>(null);
  const entries = Object.entries(problems) as [
    RegistrationField,
    NonNullable<RegistrationProblems[RegistrationField]>,
  ][];
  useEffect(() => summary.current?.focus(), [problems, failure]);
  if (entries.length === 0 && failure === null) return null;
  return (
    <div ref={summary} role="alert" tabIndex={-1} className={styles.summary}>
      <p>{failure ?? t('console.register.problems', { count: entries.length })}</p>
      <ul>
        {entries.map(([field, problem]) => (
          <li key={field}>
            <a
              href={`#${fieldId(field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(field))?.focus();
              }}
            >
              {t(`console.register.field.${field}`)}: {t(`console.register.problem.${problem}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
