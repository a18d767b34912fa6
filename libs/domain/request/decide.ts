import type { Computation } from '#domain/clock/computation';
import type { Right } from '#domain/law/rights';
import { advance } from './advance.js';
import { evolve } from './evolve.js';
import { LIFECYCLE } from './lifecycle.js';
import { react } from './reactions.js';
import { refuse, type Refusal, type RefusalCode } from './refusal.js';
import { leastAdvanced, type Stage } from './stages.js';
import { findRight, findTask } from './tasks.js';
import { actorText, type Actor } from './actor.js';
import type { Command, CommandType } from './commands.js';
import type { EventData, RecordedEvent, RequestEvent } from './events.js';
import type { PlannedEffect } from './effects.js';
import type { CalledOff, Circumstances, CommandRule, Target } from './rules/rule.js';
import type { SubjectRequest } from './state.js';

/**
 * One event with the effects it asks for; `by` tells the command's own events from what follows by itself. `computation`
 * is what the dates were counted from that it adopts.
 */
export interface Consequence {
  readonly by: 'giver' | 'desk';
  readonly event: RequestEvent;
  readonly effects: readonly PlannedEffect[];
  readonly computation?: Computation;
}

export interface Decided {
  readonly state: SubjectRequest;
  readonly consequences: readonly Consequence[];
}

/** The stage of a request: that of its least advanced open right. */
export const requestStage = (state: SubjectRequest): Stage => leastAdvanced(state.rights.map(({ stage }) => stage));

const targetOf = (command: Command): Target => ({
  ...('right' in command ? { right: command.right } : {}),
  ...('task' in command ? { task: command.task } : {}),
});

const stageFor = (state: SubjectRequest, rule: CommandRule<CommandType>, target: Target): Stage | RefusalCode => {
  if (rule.scope === 'request') return requestStage(state);
  const task = target.task === undefined ? undefined : findTask(state, target.task);
  const right: Right | undefined = task?.right ?? target.right;
  if (right === undefined) return 'unknown-task';
  return findRight(state, right)?.stage ?? 'right-not-in-request';
};

/** Why a command of this type is closed to this actor and target now; null when it is open. */
export const whyClosed = (
  state: SubjectRequest,
  type: CommandType,
  target: Target,
  circumstances: Circumstances,
): RefusalCode | null => {
  const rule = LIFECYCLE[type] as CommandRule<CommandType>;
  const { actor } = circumstances;
  if (!rule.actors.includes(actor.kind === 'staff' ? actor.role : actor.kind)) return 'not-your-role';
  const stage = stageFor(state, rule, target);
  if (!(stage in rule.stages)) return stage as RefusalCode;
  const openness = rule.stages[stage as Stage];
  if (openness !== 'open') return openness;
  if (state.frozen && rule.whileFrozen !== true) return 'request-frozen';
  return rule.closed?.(state, target, circumstances) ?? null;
};

const recorded = (
  event: RequestEvent,
  actor: Actor,
  { now, today }: Pick<Circumstances, 'now' | 'today'>,
): RecordedEvent => ({
  ...event,
  actor: actorText(actor),
  at: now.toString(),
  on: today.toString(),
});

const DESK: Actor = { kind: 'desk' };

/** The effect that a command calls off, which must still wait when its events are written; null for most. */
export const calledOffBy = (command: Command): CalledOff | null =>
  (LIFECYCLE[command.type] as CommandRule<CommandType>).callsOff?.(command) ?? null;

/** Takes events one by one and lets everything follow that follows by itself. */
const follow = (
  start: SubjectRequest | null,
  events: readonly RequestEvent[],
  circumstances: Omit<Circumstances, 'deadlines'>,
): Decided | null => {
  let state = start;
  const consequences: Consequence[] = [];
  const take = (event: RequestEvent, by: Consequence['by']): SubjectRequest => {
    const actor = by === 'desk' ? DESK : circumstances.actor;
    const next = evolve(state, recorded(event, actor, circumstances));
    consequences.push({ by, event, effects: react(next, event) });
    return next;
  };
  for (const event of events) state = take(event, 'giver');
  if (state === null) return null;
  for (let next = advance(state); next !== null; next = advance(state)) state = take(next, 'desk');
  return { state, consequences };
};

/**
 * Decides one command against a request: the events it brings with all that follows from them, or a refusal.
 * Pure: the same state, command and circumstances give the same answer.
 */
export const decide = (state: SubjectRequest, command: Command, circumstances: Circumstances): Decided | Refusal => {
  const closed = whyClosed(state, command.type, targetOf(command), circumstances);
  if (closed !== null) return refuse(closed);
  const rule = LIFECYCLE[command.type] as CommandRule<CommandType>;
  const invalid = rule.invalid?.(state, command, circumstances) ?? null;
  if (invalid !== null) return refuse(invalid);
  return follow(state, rule.events(state, command, circumstances), circumstances) ?? { state, consequences: [] };
};

/** Opens a request: its first event and all that follows at once (a marketing ban does not wait for anyone). */
export const open = (
  opening: EventData['requestReceived'],
  circumstances: Omit<Circumstances, 'deadlines'>,
): Decided => {
  const decided = follow(null, [{ type: 'requestReceived', data: opening }], circumstances);
  if (decided === null) throw new Error('a request without its first event');
  return decided;
};
