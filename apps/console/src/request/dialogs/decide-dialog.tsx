import { useState } from 'react';
import type { DecisionDetails, StaffCommand } from '#contracts/request-page';
import type { GroundId } from '#domain/law/grounds';
import type { Outcome } from '#domain/request/vocabulary';
import { useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { CheckList } from '../../ui/check-list.js';
import { RadioList } from '../../ui/radio-list.js';
import { useRequest } from '../request-context.js';
import type { CommandDialogProps } from './command-dialog-props.js';
import { CommandForm } from './command-form.js';
import { DecisionDetailsFields } from './decision-details.js';
import { detailsMissing, grantsSomething, groundsOf, outcomesOf, wordsNeeded } from './decision-options.js';
import { useWords } from './use-words.js';
import { WordsField } from './words-field.js';

/** The answer to one right. Refusing, in part or whole, takes a ground from the law's list (GDPR art. 12(4)). */
export const DecideDialog = ({ command, onClose }: CommandDialogProps) => {
  const { t, find } = useTexts();
  const { page } = useRequest();
  const { country } = useSession();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [chosen, setChosen] = useState<readonly GroundId[]>([]);
  const [details, setDetails] = useState<DecisionDetails>({});
  const [checked, setChecked] = useState(false);
  const view = page.rights.find(({ right }) => right === command.right);
  const inLetter = view !== undefined && wordsNeeded(view.right, outcome);
  const field = useWords(command, inLetter);
  if (view === undefined) return null;
  const { right } = view;
  const offered = groundsOf(view, outcome, country);
  const grounds = chosen.filter((ground) => offered.includes(ground));
  const groundMissing = offered.length > 0 && grounds.length === 0;
  const incomplete = detailsMissing(right, outcome, details);
  const build = (): StaffCommand | null => {
    setChecked(true);
    if (!field.check() || outcome === null || groundMissing || incomplete) return null;
    return {
      type: 'decideRight',
      right,
      outcome,
      grounds: [...grounds],
      words: field.words,
      ...(grantsSomething(outcome) && Object.keys(details).length > 0 && { details }),
    };
  };
  return (
    <CommandForm
      command={command}
      build={build}
      onDone={field.clear}
      onClose={onClose}
      preview={outcome && { type: 'decideRight', right, outcome, grounds }}
    >
      <RadioList
        label={t('console.dialog.decideRight.outcome')}
        chosen={outcome}
        options={outcomesOf(view, country).map((value) => ({ value, label: t(`common.outcome.${value}`) }))}
        onChoose={setOutcome}
        error={checked && outcome === null ? t('console.dialog.choose') : null}
      />
      {offered.length > 0 && (
        <CheckList
          label={t('console.dialog.decideRight.grounds')}
          hint={t('console.dialog.decideRight.groundsHint')}
          chosen={grounds}
          options={offered.map((value) => ({ value, label: t(`common.ground.${value}`) }))}
          onChoose={setChosen}
          error={checked && groundMissing ? t('console.reason.ground-missing') : null}
        />
      )}
      {grantsSomething(outcome) && (
        <DecisionDetailsFields right={right} details={details} change={setDetails} incomplete={checked && incomplete} />
      )}
      <WordsField
        field={field}
        label={(inLetter && find(`console.dialog.decideRight.words.${right}`)) || t('console.dialog.decideRight.words')}
        hint={t(inLetter ? 'console.dialog.decideRight.inLetter' : 'console.dialog.decideRight.hint')}
      />
    </CommandForm>
  );
};
