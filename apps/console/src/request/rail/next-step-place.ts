import type { RequestPage, RightView } from '#contracts/request-page';
import type { ActionName } from '#domain/request/next-action';

const IDENTITY = 'identity';
const CLOCK = 'clock';
const FINDING = 'finding';

/** Which right an action is about, where it is about one. */
const CONCERNS: Partial<Record<ActionName, (right: RightView) => boolean>> = {
  decide: ({ stage, decision }) => stage === 'response' && decision === null,
  approve: ({ decision, approvedBy }) => decision !== null && approvedBy === null,
  post_answer: ({ stage, approvedBy }) => stage === 'response' && approvedBy !== null,
  record_task: ({ tasks }) =>
    tasks.some(({ released, kind, result }) => released && kind === 'manual' && result === null),
};

const PLACES: Partial<Record<ActionName, string>> = {
  choose_person: IDENTITY,
  call_back: IDENTITY,
  prove_identity: IDENTITY,
  await_code: IDENTITY,
  await_confirmation: IDENTITY,
  await_reply: CLOCK,
  settle_finding: FINDING,
};

/** Id of the part of the page where the next action is taken; null where there is nothing to do on it. */
export const placeOf = ({ nextAction: { action }, rights }: RequestPage): string | null => {
  const concerns = CONCERNS[action];
  const right = concerns && rights.find(concerns);
  return right ? `right-${right.right}` : (PLACES[action] ?? null);
};
