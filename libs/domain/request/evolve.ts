import type { ClockEvent } from '#domain/clock/facts';
import type { Right } from '#domain/law/rights';
import { planTasks } from './tasks.js';
import type { ClockFinding, FindingState } from './findings.js';
import type { EventData, EventType, RecordedEvent } from './events.js';
import type { RightState, SubjectRequest, Task } from './state.js';
import type { Ending } from './vocabulary.js';

type Facts = { readonly actor: string; readonly at: string; readonly on: string };
type Fold<T extends EventType> = (state: SubjectRequest, data: EventData[T], facts: Facts) => SubjectRequest;

const changeRight = (state: SubjectRequest, right: Right, change: Partial<RightState>): SubjectRequest => ({
  ...state,
  rights: state.rights.map((one) => (one.right === right ? { ...one, ...change } : one)),
});

const changeTasks = (state: SubjectRequest, ids: readonly string[], change: Partial<Task>): SubjectRequest => ({
  ...state,
  rights: state.rights.map((right) => ({
    ...right,
    tasks: right.tasks.map((task) => (ids.includes(task.id) ? { ...task, ...change } : task)),
  })),
});

/** New facts have dates of their own, so the dates adopted before and any doubt about them belong to the past. */
const addClockEvent = (state: SubjectRequest, event: ClockEvent): SubjectRequest => ({
  ...state,
  clockEvents: [...state.clockEvents, event],
  computation: null,
  findings: lapseOpen(state.findings),
});

const lapseOpen = (findings: readonly ClockFinding[]): readonly ClockFinding[] =>
  findings.map((finding) => (finding.state === 'open' ? { ...finding, state: 'lapsed' } : finding));

const SETTLED = { accept: 'accepted', keep: 'kept', lapse: 'lapsed' } as const satisfies Record<string, FindingState>;

const endOpenRights = (state: SubjectRequest, ending: Ending): SubjectRequest => ({
  ...state,
  frozen: false,
  pausedFor: null,
  rights: state.rights.map((right) => (right.stage === 'closed' ? right : { ...right, stage: 'closed', ending })),
});

/** Events that are, or can be, new facts of the clock. */
export const FACTS_OF_THE_CLOCK: readonly EventType[] = [
  'requestReceived',
  'identityRequested',
  'clarificationRequested',
  'replyRecorded',
  'deadlineExtended',
  'answerSent',
  'requestWithdrawn',
  'requestDismissed',
  'spamMarked',
];

/** Letters to the contact on file that ask for the proof of identity. */
export const PROVES_IDENTITY: readonly string[] = ['challenge', 'challenge-reminder', 'code'];

const same = (state: SubjectRequest): SubjectRequest => state;

const FOLDS: { readonly [T in Exclude<EventType, 'requestReceived'>]: Fold<T> } = {
  contactConfirmed: (state) => ({ ...state, contactConfirmed: true }),
  verificationStarted: (state) => ({ ...state, verificationStarted: true }),
  personLocated: (state, { location, reachable }, { on }) => ({ ...state, location, reachable, askedOn: on }),
  codeRequested: (state, _data, { at, on }) => ({
    ...state,
    codesRequestedAt: [...state.codesRequestedAt, at],
    askedOn: on,
  }),
  identityConfirmed: (state, proof, { actor, at }) => ({
    ...state,
    proofs: [...state.proofs, { ...proof, by: actor, at }],
  }),
  requestDisowned: (state) => ({ ...state, frozen: true }),
  freezeLifted: (state) => ({ ...state, frozen: false }),
  identityRequested: (state, _data, { on }) =>
    addClockEvent({ ...state, pausedFor: 'identity', askedOn: on }, { type: 'identity_requested', on }),
  clarificationRequested: (state, _data, { on }) =>
    addClockEvent({ ...state, pausedFor: 'clarification', askedOn: on }, { type: 'clarification_requested', on }),
  replyRecorded: (state, { to, sufficient }, { on }) =>
    addClockEvent(
      // An insufficient reply is one all the same: the person's silence begins anew.
      { ...state, pausedFor: sufficient ? null : state.pausedFor, askedOn: on },
      { type: to === 'identity' ? 'identity_confirmed' : 'clarified', on, sufficient },
    ),
  deadlineExtended: (state, _data, { on }) => addClockEvent({ ...state, extended: true }, { type: 'extended', on }),
  delayExplained: same,
  datesCounted: same,
  findingRaised: (state, { after }, { on }) => {
    const before = state.computation ?? after;
    const findings = lapseOpen(state.findings);
    const raised = { number: findings.length + 1, raisedOn: on, before, after, settledBy: null, settledOn: null };
    return { ...state, findings: [...findings, { ...raised, state: 'open' }] };
  },
  findingSettled: (state, { finding: number, choice }, { actor, on }) => {
    const settled = { state: SETTLED[choice], settledBy: actor, settledOn: on };
    const findings = state.findings.map((finding) =>
      finding.number === number ? { ...finding, ...settled } : finding,
    );
    const after = findings.find((finding) => finding.number === number)?.after ?? null;
    return { ...state, findings, computation: choice === 'accept' ? after : state.computation };
  },
  rightAdvanced: (state, { right, to }) => changeRight(state, right, { stage: to }),
  tasksReleased: (state, { tasks }) => changeTasks(state, tasks, { released: true }),
  taskRecorded: (state, { task, result, rows, files }) =>
    changeTasks(state, [task], { released: true, result, rows, files }),
  rightDecided: (state, { right, outcome, grounds }, { actor }) =>
    changeRight(state, right, { decision: { outcome, grounds, by: actor } }),
  rightApproved: (state, { right }, { actor }) => changeRight(state, right, { approvedBy: actor }),
  rightReturned: (state, { right }, { actor }) =>
    changeRight(state, right, {
      decision: null,
      approvedBy: null,
      answerPrepared: false,
      packageBuilt: false,
      ...(actor === 'desk' ? { reconsidered: true } : {}),
    }),
  answerPrepared: (state, { right }) => changeRight(state, right, { answerPrepared: true }),
  packageBuilt: (state, { right }) => changeRight(state, right, { packageBuilt: true }),
  answerSent: (state, { right }, { on }) => {
    const ending = state.rights.find((one) => one.right === right)?.decision?.outcome ?? null;
    const next = changeRight(state, right, { stage: 'closed', answeredOn: on, ending });
    return next.rights.every(({ stage }) => stage === 'closed') ? addClockEvent(next, { type: 'answered', on }) : next;
  },
  answerOpened: (state, { right }, { on }) => changeRight(state, right, { openedOn: on }),
  documentDownloaded: same,
  letterSent: (state, { letter }) => (letter === 'acknowledgement' ? { ...state, acknowledged: true } : state),
  letterFailed: (state, { letter, right }) => {
    // The contact on file took no mail: whatever needs it is for an officer now.
    const known = PROVES_IDENTITY.includes(letter) ? { ...state, reachable: false } : state;
    return right === null ? known : changeRight(known, right, { undeliverable: true });
  },
  reminderSent: same,
  contactRevealed: same,
  documentRead: same,
  noteAdded: same,
  messageWritten: (state) => ({ ...state, messages: [...state.messages, { takenBack: false }] }),
  messageTakenBack: (state, { message }) => ({
    ...state,
    messages: state.messages.map((one, index) => (index + 1 === message ? { takenBack: true } : one)),
  }),
  messageRecorded: same,
  attachmentAdded: same,
  requestAssigned: (state, { assignee }) => ({ ...state, assignee }),
  personChased: (state, _data, { on }) => ({ ...state, askedOn: on }),
  receiptConfirmed: (state) => ({ ...state, acknowledged: true }),
  spamMarked: (state, _data, { on }) => addClockEvent(endOpenRights(state, 'dismissed'), { type: 'withdrawn', on }),
  requestWithdrawn: (state, _data, { on }) =>
    addClockEvent(endOpenRights(state, 'withdrawn'), { type: 'withdrawn', on }),
  requestDismissed: (state, _data, { on }) =>
    addClockEvent(endOpenRights(state, 'dismissed'), { type: 'withdrawn', on }),
};

/** Entries that tell of something without moving the request: its next action keeps waiting since before. */
const MOVES_NOTHING: readonly EventType[] = [
  'letterSent',
  'reminderSent',
  'contactRevealed',
  'documentRead',
  'noteAdded',
  'messageWritten',
  'messageTakenBack',
  'messageRecorded',
  'attachmentAdded',
  'delayExplained',
  'datesCounted',
  'findingRaised',
  'findingSettled',
  'documentDownloaded',
  'answerOpened',
  'receiptConfirmed',
];

const begin = (data: EventData['requestReceived'], on: string): SubjectRequest => ({
  reference: data.reference,
  regime: data.regime,
  country: data.country,
  timeZone: data.timeZone,
  channel: data.channel,
  language: data.language,
  receivedOn: data.receivedOn,
  hasEmail: data.hasEmail,
  acknowledged: false,
  registers: data.registers,
  rights: data.rights.map((right) => ({
    right,
    stage: 'intake',
    tasks: planTasks(right, data.registers),
    decision: null,
    approvedBy: null,
    reconsidered: false,
    answerPrepared: false,
    packageBuilt: false,
    undeliverable: false,
    answeredOn: null,
    openedOn: null,
    ending: null,
  })),
  contactConfirmed: false,
  verificationStarted: false,
  location: null,
  reachable: false,
  proofs: [],
  codesRequestedAt: [],
  frozen: false,
  pausedFor: null,
  askedOn: on,
  extended: false,
  clockEvents: [],
  computation: null,
  findings: [],
  messages: [],
  assignee: null,
  movedOn: on,
});

const withComputation = (state: SubjectRequest, { computation }: RecordedEvent): SubjectRequest =>
  computation === undefined ? state : { ...state, computation };

/**
 * Folds one recorded event into the request. Pure and total: the same entries give the same request for ever.
 * Throws when a ledger does not begin with `requestReceived`, which only a damaged ledger does.
 */
export const evolve = (state: SubjectRequest | null, event: RecordedEvent): SubjectRequest => {
  if (event.type === 'requestReceived') return withComputation(begin(event.data, event.on), event);
  if (state === null) throw new Error(`ledger begins with ${event.type}`);
  const fold = FOLDS[event.type] as Fold<EventType>;
  const next = withComputation(fold(state, event.data, event), event);
  return MOVES_NOTHING.includes(event.type) ? next : { ...next, movedOn: event.on };
};

/** The request that a whole ledger amounts to. */
export const fold = (events: readonly RecordedEvent[]): SubjectRequest => {
  const state = events.reduce<SubjectRequest | null>(evolve, null);
  if (state === null) throw new Error('ledger is empty');
  return state;
};
