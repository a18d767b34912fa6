import { Injectable } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { trustedEmail, type LocatedPeople } from '#domain/request/personal';
import { mailableTo } from '#domain/request/reactions';
import { deadlinesOf } from '#domain/request/standing';
import { DeskClock } from '#persistence/desk-clock';
import { IdentityChecks } from '#persistence/identity-checks';
import { Organisation } from '#persistence/organisation';
import { ownTexts } from '#persistence/own-texts';
import { RequestContent } from '#persistence/request-content';
import { entryOfEffect } from '#persistence/effect-entry';
import { EffectFailure } from '#queue/effect-failure';
import { LETTERS } from './letters.js';
import { MailLanes } from './mail-lanes.js';
import { MailSender } from './mail-sender.js';
import { MailStore } from './mail-store.js';
import type { Command } from '#domain/request/commands';
import type { EventType } from '#domain/request/events';
import type { Right } from '#domain/law/rights';
import type { Sealer } from '#domain/sealer';
import type { SubjectRequest } from '#domain/request/state';
import type { EffectHandler, EffectResult } from '#queue/effect-handler';
import type { ClaimedEffect } from '#queue/effect-rows';
import type { EnterLane } from '#queue/lanes';
import type { Compose } from './mail-content.js';

/** Letters that are themselves the answer: when they are accepted, the right is answered. */
const ANSWERS: readonly string[] = ['answer-ready', 'marketing-ban-confirmation'];

/** Mails one letter to the person, to the contact that this kind of letter may go to, and tells the request. */
@Injectable()
export class SendLetter implements EffectHandler<'send-letter'> {
  readonly kind = 'send-letter';

  constructor(
    private readonly organisation: Organisation,
    private readonly content: RequestContent,
    private readonly checks: IdentityChecks,
    private readonly clock: DeskClock,
    private readonly addresses: Addresses,
    private readonly mails: MailStore,
    private readonly sender: MailSender,
    private readonly lanes: MailLanes,
  ) {}

  async run(effect: ClaimedEffect<'send-letter'>, request: SubjectRequest, enter: EnterLane): Promise<EffectResult> {
    const controller = await this.organisation.controller();
    const domain = new URL(this.addresses.portalUrl).hostname;
    const [mail] = await this.mails.of(effect, domain, await this.#composer(effect, request));
    if (mail === undefined) throw new EffectFailure('nothing-composed');
    await enter(this.lanes.to(mail));
    const outcome = await this.sender.send(mail, effect, { name: controller.name, address: controller.sender });
    return { command: reportOf(effect, outcome === 'accepted') };
  }

  async #composer(effect: ClaimedEffect<'send-letter'>, request: SubjectRequest): Promise<Compose> {
    const { requestId, data } = effect;
    const compose = LETTERS[data.letter];
    if (compose === undefined) throw new EffectFailure('unknown-letter', false);
    const sealer = await this.content.sealer(requestId);
    const { id: controllerId, profile } = await this.organisation.controller();
    const { calendar, today } = (await this.clock.read()).in(request);
    const address = await this.#recipient(requestId, data.to, request, sealer);
    return async (session) => {
      const rendered = await compose({
        session,
        requestId,
        request,
        asked: data,
        deadlines: deadlinesOf(request, calendar, today),
        today,
        controller: profile,
        addresses: this.addresses,
        checks: this.checks,
        own: await ownTexts(session, controllerId, request.language),
        words: (type) => this.#words(requestId, sealer, type),
        asking: () => this.#asking(effect, sealer),
      });
      return [{ to: { address }, language: request.language, letter: data.letter, rendered }];
    };
  }

  /** Law 2: answers and codes go to a contact on file, never to one that came with the request. */
  async #recipient(
    requestId: string,
    to: 'claimed' | 'on_file' | 'delivery',
    request: SubjectRequest,
    sealer: Sealer,
  ): Promise<string> {
    const where = to === 'delivery' ? mailableTo(request) : to;
    const address =
      where === 'on_file'
        ? onFile(await this.content.located(requestId, sealer), request.receivedOn)
        : (await this.content.person(requestId, sealer)).email;
    if (where === null || address === null) throw new EffectFailure('no-mail-address', false);
    return address;
  }

  async #words<T extends object>(requestId: string, sealer: Sealer, type: EventType): Promise<T> {
    const words = await this.content.latest<T>(requestId, sealer, type);
    if (words === null) throw new EffectFailure('words-missing', false);
    return words;
  }

  /** Two messages may wait at once, so each is written from the words beside its own entry. */
  async #asking<T extends object>({ id, requestId }: ClaimedEffect<'send-letter'>, sealer: Sealer): Promise<T> {
    const words = await this.content.beside<T>(requestId, sealer, entryOfEffect(id));
    if (words === null) throw new EffectFailure('words-missing', false);
    return words;
  }
}

const onFile = (located: LocatedPeople | null, receivedOn: string): string | null => {
  const chosen = located?.candidates[located.chosen ?? -1];
  return chosen === undefined ? null : trustedEmail(chosen, receivedOn);
};

const reportOf = ({ id, data }: ClaimedEffect<'send-letter'>, sent: boolean): Command => {
  const right = ANSWERS.includes(data.letter) ? ((data.right as Right | undefined) ?? null) : null;
  if (sent && right !== null) return { type: 'recordAnswer', right, by: 'mail' };
  return { type: 'recordLetter', letter: data.letter, effect: id, sent, answers: right };
};
