import type { ClockFindingView, CountedDates } from '#contracts/clock-finding';
import type { Computation } from '#domain/clock/computation';
import type { ClockFinding } from '#domain/request/findings';
import type { SubjectRequest } from '#domain/request/state';

/** The dates of a kept computation. */
export const countedDates = ({ engine, calendar, asOf, dates, steps }: Computation): CountedDates => ({
  engine,
  calendar,
  asOf,
  due: dates.due,
  extensionNoticeBy: dates.extensionNoticeBy,
  refusalNoticeBy: dates.refusalNoticeBy,
  acknowledgeBy: dates.acknowledgeBy,
  steps: [...(steps.due ?? [])],
});

const changed = ({ before, after }: ClockFinding): ClockFindingView['changed'] => [
  ...(before.engine === after.engine ? [] : (['rules'] as const)),
  ...(before.calendar === after.calendar ? [] : (['holidays'] as const)),
];

/** Every time that other rules or holidays would have given the request other dates. */
export const findingViews = ({ findings }: SubjectRequest): ClockFindingView[] =>
  findings.map((finding) => ({
    number: finding.number,
    raisedOn: finding.raisedOn,
    changed: changed(finding),
    before: countedDates(finding.before),
    after: countedDates(finding.after),
    state: finding.state,
    settledBy: finding.settledBy,
    settledOn: finding.settledOn,
  }));
