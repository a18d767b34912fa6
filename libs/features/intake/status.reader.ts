import { startsWithConfirmation } from '#domain/request/advance';
import { stepsToJson } from '#domain/clock/step-json';
import { requestStage } from '#domain/request/decide';
import { deadlinesOf } from '#domain/request/standing';
import { Injectable } from '@nestjs/common';
import { DeskClock } from '#persistence/desk-clock';
import { Ledger } from '#persistence/ledger';
import type { PortalPages } from '#contracts/portal-pages';
import type { Stage } from '#domain/request/stages';

/**
 * Until it is answered, a request looks the same from outside whether or not the registers know anybody like it: its real
 * stage would tell a stranger who is a customer (law 3).
 */
const outwardStage = (waitsForConfirmation: boolean): Stage => (waitsForConfirmation ? 'intake' : 'fulfilment');

/** What whoever has the secret code sees of a request. */
@Injectable()
export class StatusReader {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: DeskClock,
  ) {}

  async read(requestId: string): Promise<PortalPages['status']> {
    const { state } = await this.ledger.read(requestId);
    const { calendar, today } = (await this.clock.read()).in(state);
    const deadlines = deadlinesOf(state, calendar, today);
    const closed = requestStage(state) === 'closed';
    const waitsForConfirmation = startsWithConfirmation(state) && !state.contactConfirmed && !closed;
    return {
      reference: state.reference,
      receivedOn: state.receivedOn,
      clock: deadlines.state,
      dueOn: deadlines.due?.toString() ?? null,
      pausedSince: deadlines.pausedSince?.toString() ?? null,
      closed,
      waitsForConfirmation,
      rights: state.rights.map(({ right, stage, ending, answeredOn }) => ({
        right,
        stage: stage === 'closed' ? stage : outwardStage(waitsForConfirmation),
        ending,
        answeredOn,
      })),
      steps: stepsToJson(deadlines),
      canWithdraw: !closed,
    };
  }
}
