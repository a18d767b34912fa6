import { loadHolidayOverrides } from '#calendars/holiday-overrides';
import { createWorkingCalendar } from '#calendars/working-calendar';
import { rulePackFor } from '#domain/clock/rule-packs';
import { PROJECT } from '#test/bench/project';
import { clockInputs, type ClockInput } from '#test/bench/clock/inputs';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { ClockFacts } from '#domain/clock/facts';
import type { RulePack } from '#domain/clock/rule-pack';

/** One deadline to compute: everything that the clock asks for. */
export interface ClockCase {
  readonly regime: string;
  readonly facts: ClockFacts;
  readonly calendar: WorkingCalendar;
  readonly rules: RulePack;
  readonly asOf: Temporal.PlainDate;
}

/** The same mixed cases in every run, on calendars that are made once per place. */
export const clockCases = async (count: number): Promise<readonly ClockCase[]> => {
  const overrides = await loadHolidayOverrides(PROJECT);
  const calendars = new Map<string, WorkingCalendar>();
  const calendarOf = ({ country, region }: ClockInput): WorkingCalendar => {
    const place = region ?? country;
    const known = calendars.get(place) ?? createWorkingCalendar({ country, region, policy: 'strict', overrides });
    calendars.set(place, known);
    return known;
  };
  return clockInputs(count).map((input) => ({
    regime: input.regime,
    facts: { receivedOn: input.received, events: input.events.map(({ type, at }) => ({ type, on: at })) },
    calendar: calendarOf(input),
    rules: rulePackFor(input.regime, { receivedOn: input.received, country: input.country }),
    asOf: Temporal.PlainDate.from(input.asOf),
  }));
};
