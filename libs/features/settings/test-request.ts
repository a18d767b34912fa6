import { ConflictException, Injectable } from '@nestjs/common';
import type { Language } from '#domain/language';
import { mailAddressOf } from '#letters/mail-address';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { newReference, newSecretCode, normaliseTyped } from '#persistence/tokens';
import { translatorFor } from '#texts/load-messages';
import { SetUpRows } from './set-up-rows.js';

/** A request that nobody made: it goes the way of a real one and says in every place what it is. */
@Injectable()
export class TestRequest {
  constructor(
    private readonly ledger: Ledger,
    private readonly organisation: Organisation,
    private readonly keyring: Keyring,
    private readonly setUps: SetUpRows,
  ) {}

  /** Its acknowledgement goes to `to`. Throws 409 `test-request-open` while there is one. */
  async file(to: string, language: Language, staffId: string): Promise<void> {
    if ((await this.setUps.read())?.testRequest?.open === true) {
      throw new ConflictException({ code: 'test-request-open' });
    }
    const [controller, registers] = await Promise.all([this.organisation.controller(), this.organisation.scope()]);
    const t = translatorFor(language);
    const reference = newReference();
    const { id, regime, country, timeZone } = controller;
    const email = mailAddressOf(to);
    const { requestId } = await this.ledger.open({
      controllerId: id,
      actor: { kind: 'staff', id: staffId, role: 'administrator' },
      secretHash: this.keyring.codeHash(`secret:${reference}`, normaliseTyped(newSecretCode())),
      person: { name: t('setup.test.name'), email, phone: null, customerNumber: null, words: t('setup.test.words') },
      facts: {
        reference,
        regime,
        country,
        timeZone,
        channel: 'portal',
        language,
        receivedOn: null,
        rights: ['access'],
        registers,
        hasEmail: email !== null,
      },
    });
    await this.setUps.testFiled(id, requestId);
  }

  /** Takes it back as its sender would: it leaves the queue, and what happened stays in the ledger. */
  async end(): Promise<void> {
    const request = (await this.setUps.read())?.testRequest;
    if (request?.open === true) await this.ledger.apply(request.id, { type: 'withdraw' }, { kind: 'person' });
  }
}
