import { Injectable } from '@nestjs/common';
import { mailAddressOf } from '#letters/mail-address';
import { normalisePhone } from '#connectors/identifier';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { newReference, newSecretCode, normaliseTyped } from '#persistence/tokens';
import type { FieldProblem } from '#contracts/portal-pages';
import type { PortalRequest } from '#contracts/portal-forms';
import { stepsToJson, type StepJson } from '#domain/clock/step-json';
import { AlreadyFiledError, type Alongside } from './draft.store.js';

export interface Receipt {
  readonly requestId: string;
  readonly reference: string;
  /** Shown once, on the receipt page; the desk keeps only its keyed hash. */
  readonly secretCode: string;
  readonly receivedOn: string;
  /** Null where the law gives no date. */
  readonly dueOn: string | null;
  readonly steps: readonly StepJson[];
}

const emptyToNull = (text: string): string | null => (text === '' ? null : text);

/** What does not hold about the person's own details; empty when all is well. */
export const personProblems = ({ email, phone }: Pick<PortalRequest, 'email' | 'phone'>): FieldProblem[] => {
  if (email === '' && phone === '') return [{ field: 'email', problem: 'contact-missing' }];
  return [
    ...(email !== '' && mailAddressOf(email) === null ? [{ field: 'email', problem: 'email-invalid' }] : []),
    ...(phone !== '' && normalisePhone(phone) === null ? [{ field: 'phone', problem: 'phone-invalid' }] : []),
  ];
};

/** Takes in a request that a person made by themselves. Nothing is looked up here: the worker does that, unseen. */
@Injectable()
export class Filing {
  constructor(
    private readonly ledger: Ledger,
    private readonly organisation: Organisation,
    private readonly keyring: Keyring,
  ) {}

  /** `alongside` runs in the same transaction with what the person will be shown. */
  async file(request: PortalRequest, channel: 'portal' | 'api', alongside?: Alongside): Promise<Receipt> {
    const [controller, registers] = await Promise.all([this.organisation.controller(), this.organisation.scope()]);
    const reference = newReference();
    const secretCode = newSecretCode();
    const email = mailAddressOf(request.email);
    const { standing, state, requestId } = await this.ledger.open({
      controllerId: controller.id,
      actor: { kind: 'person' },
      secretHash: this.keyring.codeHash(`secret:${reference}`, normaliseTyped(secretCode)),
      person: {
        name: request.name,
        email,
        phone: emptyToNull(request.phone),
        customerNumber: emptyToNull(request.customerNumber),
        words: request.words,
      },
      facts: {
        reference,
        regime: controller.regime,
        country: controller.country,
        timeZone: controller.timeZone,
        channel,
        language: request.language,
        receivedOn: null,
        rights: request.rights,
        registers,
        hasEmail: email !== null,
      },
      ...(alongside === undefined
        ? {}
        : { alongside: (session, _sealer, id) => alongside(session, id, { reference, secretCode }) }),
    });
    return {
      requestId,
      reference,
      secretCode,
      receivedOn: state.receivedOn,
      dueOn: standing.deadlines.due?.toString() ?? null,
      steps: stepsToJson(standing.deadlines),
    };
  }

  /** Files a form of the portal; a second sending of the same form changes nothing. */
  async fileOnce(request: PortalRequest, alongside: Alongside): Promise<void> {
    try {
      await this.file(request, 'portal', alongside);
    } catch (error) {
      if (!(error instanceof AlreadyFiledError)) throw error;
    }
  }
}
