import type { FieldProblem } from '#contracts/portal-pages';
import type { Translate } from '#texts/translator';
import { problemText } from '../problems.js';

/** What has to be put right, each line leading to its field; read out at once. */
export function ErrorSummary({ t, problems }: { readonly t: Translate; readonly problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="errors" role="alert">
      <h2>{t('portal.frame.check_answers')}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.problem}`}>
            <a href={`#${problem.field}`}>{problemText(t, problem)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
