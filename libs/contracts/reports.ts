import { z } from 'zod';
import { channel, civilDate, delayReason, identityLevel, outcome, right, stage } from './wire.js';

/** The period of a report, both days included. */
export const reportQuery = z.strictObject({ from: civilDate, to: civilDate });

const count = z.number().int();
/** `2026-11`. */
const month = z.string();
/** Per cent with one decimal; null where there is nothing to take a share of. */
const share = z.number().nullable();

/** Requests by whether their answer came by its last day. */
const punctuality = z.strictObject({
  /** Answered by the last day. */
  onTime: count,
  /** Answered after it. */
  late: count,
  /** Open, and the last day has passed. */
  overdue: count,
  /** Open, and the last day is still to come. */
  open: count,
  /** Ended without an answer being owed: withdrawn, or dismissed. Part of no share. */
  ended: count,
  /** Of those whose fate is known: on time / (on time + late + overdue). */
  onTimeShare: share,
  /** The best that can still become of all: (on time + open) / (on time + late + overdue + open). */
  achievableShare: share,
});

const waiting = z.enum(['all', 'neither', 'paused', 'extended']);

export const reportPage = z.strictObject({
  today: civilDate,
  from: civilDate,
  to: civilDate,
  /** The share of answers on time that the organisation wants to reach, in per cent; null while it has set none. */
  goal: share,
  /** How things stand today, whatever the period. */
  now: z.strictObject({ open: count, paused: count, overdue: count, longestLate: count.nullable() }),
  punctuality,
  punctualityByMonth: z.array(punctuality.extend({ month })),
  received: z.strictObject({
    total: count,
    byMonth: z.array(z.strictObject({ month, requests: count })),
    byRight: z.array(z.strictObject({ month, right, requests: count })),
    byChannel: z.array(z.strictObject({ month, channel, requests: count })),
  }),
  /** Calendar days from receipt to answer of what was answered in the period. Paused and extended requests also apart. */
  times: z.array(
    z.strictObject({
      group: waiting,
      answered: count,
      median: count.nullable(),
      p90: count.nullable(),
      onTimeShare: share,
    }),
  ),
  /** Ten days each, from `fromDay`; the last one goes on without an end. */
  histogram: z.array(z.strictObject({ fromDay: count, onTime: count, late: count })),
  outcomes: z.array(z.strictObject({ right, outcome, requests: count })),
  /** Answered rights by the identity level that their request had reached. */
  identity: z.array(z.strictObject({ right, level: identityLevel, requests: count })),
  /** Late and overdue requests by the recorded reason and by the step in which their last day passed. */
  delays: z.array(z.strictObject({ reason: delayReason.nullable(), step: stage, requests: count })),
  forecast: z.strictObject({
    /** Requests answered per week lately, with one decimal. */
    perWeek: z.number(),
    /** Full weeks that it was measured over. */
    measuredWeeks: count,
    overdue: count,
    weeks: z.array(
      z.strictObject({
        /** First day of the seven. */
        from: civilDate,
        due: count,
        /** Of all due until the end of the week, how many are more than can be answered by then at this pace. */
        atRisk: count,
      }),
    ),
  }),
});

export type ReportQuery = z.infer<typeof reportQuery>;
export type ReportPage = z.infer<typeof reportPage>;
export type Punctuality = z.infer<typeof punctuality>;
