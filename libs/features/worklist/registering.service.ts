import { BadRequestException, Injectable } from '@nestjs/common';
import { civilDateOf, type CivilDate } from '#domain/time-source';
import { mailAddressOf } from '#letters/mail-address';
import { DatabaseTime } from '#persistence/database-time';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { newReference, newSecretCode, normaliseTyped } from '#persistence/tokens';
import type { Registration } from '#contracts/request-page';
import type { StaffMember } from '#contracts/staff-access';

/** The day from which the GDPR applies (art. 99(2)); a request from before it is a slip of the pen. */
const GDPR_APPLIES_FROM = '2018-05-25';
/** A letter older than this needs words on where it has been. */
const EXPLAINED_AFTER_DAYS = 30;

export interface Registered {
  readonly reference: string;
  readonly secretCode: string;
}

const emptyToNull = (text: string | null): string | null => (text === '' ? null : text);

const wrong = (path: string, code: string): BadRequestException =>
  new BadRequestException({ code, errors: [{ path, message: code }] });

/** The real date of arrival counts, not the day of typing (Regulation 1182/71; EDPB 01/2022, section 5.3). */
const checkArrival = ({ receivedOn, words }: Registration, today: Temporal.PlainDate): void => {
  const isBefore = (date: CivilDate): boolean => receivedOn < date;
  if (isBefore(GDPR_APPLIES_FROM)) throw wrong('receivedOn', 'received-before-gdpr');
  if (receivedOn > today.toString()) throw wrong('receivedOn', 'received-in-future');
  if (isBefore(today.subtract({ days: EXPLAINED_AFTER_DAYS }).toString()) && words === '') {
    throw wrong('words', 'received-long-ago');
  }
};

/** The reference exists: PostgreSQL's code of a unique violation, on the only unique column that an intent decides. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'subject_request_reference_key';

/** Takes in a request that did not come through the portal: a letter, a call, somebody at the counter. */
@Injectable()
export class Registering {
  constructor(
    private readonly ledger: Ledger,
    private readonly organisation: Organisation,
    private readonly keyring: Keyring,
    private readonly time: DatabaseTime,
  ) {}

  /**
   * `intent` names one wish to register: a second click, or another try after a broken line, finds what the first one
   * made. Throws 400 `mail-address-not-valid`, `received-in-future`, `received-long-ago` or `received-before-gdpr`.
   */
  async register(registration: Registration, { id, role }: StaffMember, intent: string): Promise<Registered> {
    const [controller, registers, now] = await Promise.all([
      this.organisation.controller(),
      this.organisation.scope(),
      this.time.now(),
    ]);
    checkArrival(registration, civilDateOf(now, controller.timeZone));
    const typed = emptyToNull(registration.email);
    const email = typed === null ? null : mailAddressOf(typed);
    if (typed !== null && email === null) throw wrong('email', 'mail-address-not-valid');
    const { name, channel, language, receivedOn, rights, words } = registration;
    const registered = this.#registered(JSON.stringify([id, intent, registration]));
    const { reference, secretCode } = registered;
    const opening = this.ledger.open({
      controllerId: controller.id,
      actor: { kind: 'staff', id, role },
      secretHash: this.keyring.codeHash(`secret:${reference}`, normaliseTyped(secretCode)),
      person: {
        name,
        email,
        phone: emptyToNull(registration.phone),
        customerNumber: emptyToNull(registration.customerNumber),
        words,
        representative: registration.representative ?? null,
      },
      facts: {
        reference,
        regime: controller.regime,
        country: controller.country,
        timeZone: controller.timeZone,
        channel,
        language,
        receivedOn,
        rights: [...new Set(rights)],
        registers,
        hasEmail: email !== null,
      },
    });
    await opening.catch((error: unknown) => {
      if (!isTaken(error)) throw error;
    });
    return registered;
  }

  /** The same intent gives the same reference and code; without the desk's key nobody can work them out. */
  #registered(intent: string): Registered {
    const bytes = this.keyring.codeHash('registration', intent);
    return { reference: newReference(bytes.subarray(0, 9)), secretCode: newSecretCode(bytes.subarray(9, 21)) };
  }
}
