import { computeDeadlines } from '#domain/clock/deadlines';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { ClockEvent } from '#domain/clock/facts';
import { rulePackFor, type RequestKind } from '#domain/clock/rule-packs';
import { weekendsOnly } from './weekends.js';

/** A calendar that knows these public holidays and the weekends. */
export const holidaysOn = (...days: readonly string[]): WorkingCalendar => ({
  version: days.join(' '),
  country: 'FI',
  isPublicHoliday: (date) => days.includes(date.toString()),
});

export interface ClockPlace extends Omit<RequestKind, 'receivedOn'> {
  readonly calendar?: WorkingCalendar;
}

const text = (date: Temporal.PlainDate | null): string | null => date?.toString() ?? null;

/** The clock of a regime, its dates as text and the reasons of its steps without their prefix. */
export const clockOf =
  (regime: string, { calendar = weekendsOnly, ...kind }: ClockPlace = {}) =>
  (receivedOn: string, events: readonly ClockEvent[] = [], asOf: string | null = null) => {
    const rules = rulePackFor(regime, { receivedOn, ...kind });
    const today = asOf === null ? null : Temporal.PlainDate.from(asOf);
    const deadlines = computeDeadlines({ receivedOn, events }, calendar, rules, today);
    return {
      state: deadlines.state,
      due: text(deadlines.due),
      baseDue: text(deadlines.baseDue),
      firstDue: text(deadlines.firstDue),
      frozenDue: text(deadlines.frozenDue),
      acknowledgeBy: text(deadlines.acknowledgeBy),
      extensionNoticeBy: text(deadlines.extensionNoticeBy),
      refusalNoticeBy: text(deadlines.refusalNoticeBy),
      extensionValid: deadlines.extensionValid,
      pausedSince: text(deadlines.pausedSince),
      pausedDays: deadlines.pausedDays,
      closing: deadlines.closing && { by: deadlines.closing.by, on: text(deadlines.closing.on) },
      because: deadlines.steps.map((step) => step.because.replace('clock.because.', '')),
      steps: deadlines.steps,
    };
  };
