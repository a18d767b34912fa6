import { Injectable } from '@nestjs/common';
import { PORTAL_PATHS, type PortalPages } from '#contracts/portal-pages';
import { startsWithConfirmation } from '#domain/request/advance';
import { stepsToJson } from '#domain/clock/step-json';
import { requestStage } from '#domain/request/decide';
import { RIGHT_RULES } from '#domain/law/rights';
import { standingOf } from '#domain/request/standing';
import { civilDateOf } from '#domain/time-source';
import { Inject } from '@nestjs/common';
import { CALENDAR_OF } from '#persistence/injection';
import { DatabaseTime } from '#persistence/database-time';
import { Ledger, type CalendarOf } from '#persistence/ledger';

/** What a person sees of their own request. */
@Injectable()
export class StatusReader {
  constructor(
    private readonly ledger: Ledger,
    private readonly time: DatabaseTime,
    @Inject(CALENDAR_OF) private readonly calendarOf: CalendarOf,
  ) {}

  async read(requestId: string): Promise<PortalPages['status']> {
    const { state } = await this.ledger.read(requestId);
    const today = civilDateOf(await this.time.now(), state.timeZone);
    const { deadlines } = standingOf(state, this.calendarOf(state.country), today);
    const closed = requestStage(state) === 'closed';
    return {
      reference: state.reference,
      receivedOn: state.receivedOn,
      dueOn: deadlines.due?.toString() ?? null,
      pausedSince: deadlines.pausedSince?.toString() ?? null,
      closed,
      frozen: state.frozen,
      waitsForConfirmation: startsWithConfirmation(state) && !state.contactConfirmed && !closed,
      rights: state.rights.map(({ right, stage, ending, answeredOn }) => ({ right, stage, ending, answeredOn })),
      steps: stepsToJson(deadlines),
      canWithdraw: !closed && !state.frozen,
      answers: state.rights
        .filter(({ right, answeredOn }) => answeredOn !== null && RIGHT_RULES[right].decision === 'officer')
        .map(({ right }) => ({ right, path: PORTAL_PATHS.answerPage.replace(':right', right) })),
    };
  }
}
