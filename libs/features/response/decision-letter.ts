import { renderLetter, type RenderedLetter } from '#letters/render-letter';
import { EffectFailure } from '#queue/effect-failure';
import type { DecisionDetails } from '#contracts/request-page';
import type { ControllerProfile } from '#domain/controller-profile';
import type { Language } from '#domain/language';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import type { Right } from '#domain/law/rights';
import type { Decision } from '#domain/request/state';
import type {
  DecisionBase,
  ErasedData,
  GrantingDecision,
  KeptData,
  LetterId,
  LetterParameters,
} from '#letters/letter-parameters';
import type { OwnTexts } from '#letters/own-passage';

/** Sealed beside `rightDecided`: what the officer wrote and what some letters must tell besides. */
export interface DecisionWords {
  readonly words: string;
  readonly details?: DecisionDetails;
}

/** All that a decision letter about one right is made from. */
export interface DecisionContext {
  readonly language: Language;
  readonly controller: ControllerProfile;
  readonly reference: string;
  readonly receivedOn: string;
  readonly today: string;
  readonly right: Right;
  readonly decision: Decision;
  readonly written: DecisionWords;
  readonly record: RecordOfProcessing;
  readonly erased: readonly ErasedData[];
  readonly kept: readonly KeptData[];
  /** The organisation's own words, by letter. */
  readonly own: OwnTexts;
  /** Name of the member of staff who reviewed an automated decision (GDPR art. 22(3)). */
  readonly reviewer: string;
}

const base = ({ controller, reference, receivedOn, today }: DecisionContext): DecisionBase => ({
  controller,
  reference,
  receivedOn,
  writtenOn: today,
});

const write = <L extends LetterId>(letter: L, context: DecisionContext, parameters: LetterParameters[L]) =>
  renderLetter(letter, context.language, parameters, context.own[letter]);

const refusedParts = ({ decision, written }: DecisionContext) =>
  decision.grounds.map((ground) => ({ ground, facts: written.words === '' ? null : written.words }));

const granting = (context: DecisionContext): GrantingDecision => ({ ...base(context), refused: refusedParts(context) });

const needed = <T>(value: T | undefined): T => {
  if (value === undefined) throw new EffectFailure('decision-details-missing', false);
  return value;
};

/** The letter of a right that is granted in full or in part: one row per right. */
const GRANTED: Readonly<Record<Right, (context: DecisionContext) => RenderedLetter>> = {
  access: (context) =>
    write('access-decision', context, {
      ...granting(context),
      dataOf: context.today,
      activities: context.record.activities,
      automatedDecisions: context.record.automatedDecisions,
    }),
  rectification: (context) => {
    const corrections = context.written.details?.corrections ?? [];
    return write('rectification-decision', context, {
      ...granting(context),
      corrections: corrections.map((correction) => ({ ...correction, correctedOn: context.today })),
      statementAttached: corrections.length === 0,
      recipientsTold: [],
    });
  },
  erasure: (context) =>
    write('erasure-decision', context, {
      ...granting(context),
      erased: context.erased,
      kept: context.kept,
      backupsGoneBy: null,
      recipientsTold: [],
    }),
  restriction: (context) =>
    write('restriction-decision', context, {
      ...granting(context),
      because: needed(context.written.details?.restriction),
      scope: context.written.words,
      inForceOn: context.today,
      recipientsTold: [],
    }),
  portability: (context) =>
    write('portability-decision', context, {
      ...granting(context),
      dataOf: context.today,
      formats: ['JSON'],
      sentTo: null,
    }),
  objection: (context) =>
    write('objection-decision', context, {
      ...granting(context),
      stopped: context.written.words,
      inForceOn: context.today,
    }),
  direct_marketing: (context) =>
    write('marketing-ban-decision', context, {
      ...base(context),
      inForceOn: context.today,
      confirmedBy: [],
    }),
  automated_decision: (context) =>
    write('automated-decision-decision', context, {
      ...granting(context),
      reviewedOn: context.today,
      reviewer: context.reviewer,
      result: needed(context.written.details?.review),
      explanation: context.written.words,
    }),
};

/**
 * The letter with which one right is answered. A refusal carries its grounds, the facts, the way to the authority and to
 * court (GDPR art. 12(4)); "we hold nothing" is an answer like any other.
 */
export const decisionLetter = (context: DecisionContext): RenderedLetter => {
  const { right, decision } = context;
  switch (decision.outcome) {
    case 'nothing_held':
      return write('nothing-held', context, { ...base(context), right });
    case 'refused':
      return write('refusal', context, { ...base(context), right, refused: refusedParts(context) });
    case 'granted':
    case 'partly':
      return GRANTED[right](context);
  }
};
