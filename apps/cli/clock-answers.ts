import type { Calendars } from '#calendars/calendars';
import { UnknownPlaceError } from '#calendars/place';
import type { ClockAnswer, ClockFailure } from '#contracts/clock-answer';
import { ClockLineError, idOf, parseLine, readClockLine, type ClockLine, type LineId } from '#contracts/clock-line';
import { CalendarOutOfRangeError } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { ClockFactsError } from '#domain/clock/facts';
import { assertAnswersWereAsked, assertToldDaysAreAhead } from '#domain/clock/questions';
import { rulePackFor } from '#domain/clock/rule-packs';
import { factsOf } from './clock-facts.js';
import type { WriteStep } from './clock-sentences.js';

type Answer = Omit<ClockAnswer, 'id'>;

const FAULTS = [ClockLineError, ClockFactsError, UnknownPlaceError, CalendarOutOfRangeError] as const;

const faultOf = (error: unknown): ClockFailure['error'] => {
  const fault = FAULTS.find((kind) => error instanceof kind);
  if (fault === undefined) throw error;
  const { code, message } = error as InstanceType<typeof fault>;
  return { code, message };
};

/** Answers one line after the other: with dates, or with what is wrong with the line. */
export const createAnswerer = (
  calendars: Calendars,
  writeStep: WriteStep,
): ((text: string) => ClockAnswer | ClockFailure) => {
  return (text) => {
    let id: LineId = null;
    try {
      const json = parseLine(text);
      id = idOf(json);
      return { id, ...answerTo(readClockLine(json), calendars, writeStep) };
    } catch (error) {
      return { id, error: faultOf(error) };
    }
  };
};

function answerTo(line: ClockLine, calendars: Calendars, writeStep: WriteStep): Answer {
  const { regime, country, region, requestType } = line;
  const calendar = calendars.of({ country, region });
  const { asOf, ...facts } = factsOf(line);
  assertAnswersWereAsked(facts);
  assertToldDaysAreAhead(facts);
  const rules = rulePackFor(regime, { receivedOn: facts.receivedOn, requestType, country });
  const deadlines = computeDeadlines(facts, calendar, rules, asOf);
  return {
    due: textOf(deadlines.due),
    baseDue: textOf(deadlines.baseDue),
    frozenDue: textOf(deadlines.frozenDue),
    acknowledgeBy: textOf(deadlines.acknowledgeBy),
    extensionNoticeBy: textOf(deadlines.extensionNoticeBy),
    refusalNoticeBy: textOf(deadlines.refusalNoticeBy),
    extensionValid: deadlines.extensionValid,
    state: deadlines.state,
    steps: deadlines.steps.map(writeStep),
    engineVersion: ENGINE_VERSION,
    calendarVersion: calendar.version,
  };
}

const textOf = (date: Temporal.PlainDate | null): string | null => date?.toString() ?? null;
