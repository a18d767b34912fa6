import { segmentsOf } from '#domain/clock/segments';
import { segmentToJson, stepsToJson } from '#domain/clock/step-json';
import { daysLeft, toneOf } from './tone.js';
import type { ClockView } from '#contracts/clock-view';
import type { Standing } from '#domain/request/standing';
import type { SubjectRequest } from '#domain/request/state';

const text = (date: Temporal.PlainDate | null): string | null => date?.toString() ?? null;

/** The statutory clock as the screens draw it: every date with its steps, nothing left for the browser to compute. */
export const clockView = (state: SubjectRequest, standing: Standing, today: Temporal.PlainDate): ClockView => {
  const { deadlines, internalDue } = standing;
  const { closing, due } = deadlines;
  const dates = { today, due, stoppedOn: closing?.on ?? null };
  return {
    state: deadlines.state,
    today: today.toString(),
    receivedOn: state.receivedOn,
    dueOn: text(due),
    firstDueOn: text(deadlines.firstDue),
    frozenDueOn: text(deadlines.frozenDue),
    internalDueOn: text(internalDue),
    extensionNoticeBy: text(deadlines.extensionNoticeBy),
    refusalNoticeBy: text(deadlines.refusalNoticeBy),
    daysLeft: daysLeft(dates),
    pausedSince: text(deadlines.pausedSince),
    pausedDays: deadlines.pausedDays,
    extended: state.extended,
    answeredOn: closing?.by === 'answered' ? closing.on.toString() : null,
    tone: toneOf(dates),
    segments: segmentsOf(deadlines, today).map(segmentToJson),
    steps: stepsToJson(deadlines),
  };
};
