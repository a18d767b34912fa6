import { computationOf, differing, limitDatesOf, type Computation } from '#domain/clock/computation';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { evolve, FACTS_OF_THE_CLOCK } from './evolve.js';
import { countedType, matters, openFinding, otherDates, wereDeclined } from './findings.js';
import { requestStage, type Consequence, type Decided } from './decide.js';
import { clockFacts, countOf, type Counting } from './standing.js';
import type { RequestEvent } from './events.js';
import type { SubjectRequest } from './state.js';

/**
 * Adds to what was decided what has to be kept of the dates: with new facts the computation that gives them their dates,
 * beside the event that a decision rests on; and where other rules than those it was counted by give other dates, the
 * finding. Nothing at all while facts and versions stay the same.
 */
export const keepDates = (decided: Decided, counting: Counting, now: Temporal.Instant): Decided =>
  review(adopt(decided, counting, now), counting, now);

/** Dates are adopted with their facts. A request that never adopted any gets them with an event of its own. */
const adopt = (decided: Decided, counting: Counting, now: Temporal.Instant): Decided => {
  const { state, consequences } = decided;
  if (state.computation !== null) return decided;
  const fact = consequences.findLast(({ event }) => FACTS_OF_THE_CLOCK.includes(event.type));
  if (fact === undefined) return followedBy(decided, { type: 'datesCounted', data: {} }, counting, now);
  const computation = computed(state, counting, counting.today);
  return {
    state: { ...state, computation },
    consequences: consequences.map((one) => (one === fact ? { ...one, computation } : one)),
  };
};

const review = (decided: Decided, counting: Counting, now: Temporal.Instant): Decided => {
  const judges = counting.outrun !== true && requestStage(decided.state) !== 'closed';
  const event = judges ? finding(decided.state, counting) : null;
  return event === null ? decided : followedBy(decided, event, counting, now);
};

/** What there is to say about the dates of a request: that others would hold today, or no longer. */
const finding = (state: SubjectRequest, counting: Counting): RequestEvent | null => {
  const { calendar } = counting;
  const open = openFinding(state);
  // A process of the version before, still running beside the new one, judges nothing that the new one has counted.
  const judged = [state.computation, open?.after ?? null];
  if (judged.some((computation) => computation !== null && computation.engine > ENGINE_VERSION)) return null;
  const other = otherDates(state, calendar, countOf(state, calendar));
  if (other === null || state.computation === null) {
    return open === null ? null : { type: 'findingSettled', data: { finding: open.number, choice: 'lapse' } };
  }
  const known = open !== null && differing(open.after.dates, limitDatesOf(other)).length === 0;
  if (known || wereDeclined(state, other)) return null;
  const { extended } = state;
  if (!matters(state.computation.dates, limitDatesOf(other), { extended, today: counting.today })) return null;
  const after = computed(state, counting, Temporal.PlainDate.from(state.computation.asOf));
  return { type: 'findingRaised', data: { after } };
};

const computed = (state: SubjectRequest, { calendar }: Counting, asOf: Temporal.PlainDate): Computation => {
  const { regime, country } = state;
  const requestType = countedType(state);
  const versions = { engine: ENGINE_VERSION, calendar: calendar.version };
  const kind = { regime, country, ...(requestType !== undefined && { requestType }) };
  const facts = clockFacts(state);
  return computationOf({ ...versions, ...kind, asOf: asOf.toString(), facts }, countOf(state, calendar)(asOf));
};

/** Adds an event of the desk, with the dates that it adopts when none are. */
const followedBy = (
  { state, consequences }: Decided,
  event: RequestEvent,
  counting: Counting,
  now: Temporal.Instant,
): Decided => {
  const adopted = state.computation === null ? { computation: computed(state, counting, counting.today) } : {};
  const entry = { ...event, ...adopted, actor: 'desk', at: now.toString(), on: counting.today.toString() };
  const consequence: Consequence = { by: 'desk', event, effects: [], ...adopted };
  return { state: evolve(state, entry), consequences: [...consequences, consequence] };
};
