import { isRefusal } from '#domain/request/refusal';
import { Keyring } from '#persistence/keyring';
import { isConflict, type Ledger } from '#persistence/ledger';
import { newReference, newSecretCode } from '#persistence/tokens';
import { USUAL_LANE_PLACES } from '#queue/lanes';
import { roomFor, takeOffers } from '#queue/offers';
import { mailAddressOf } from '#letters/mail-address';
import { CAST, type Role } from './cast.js';
import { STORIES, type Step, type Story } from './stories.js';
import type { Localised } from '#domain/language';
import type { Right } from '#domain/law/rights';
import type { Actor } from '#domain/request/actor';
import type { DemoPerson } from '#connectors/demo-register/people';
import type { Database } from '#persistence/database';
import type { DatabaseTime } from '#persistence/database-time';
import type { Organisation } from '#persistence/organisation';
import type { ClockWatermark } from '#queue/clock-watermark';
import type { EffectRunner } from '#queue/effect-runner';

export interface PastTools {
  readonly database: Database;
  readonly time: DatabaseTime;
  readonly ledger: Ledger;
  readonly keyring: Keyring;
  readonly organisation: Organisation;
  readonly runner: EffectRunner;
  readonly watermark: ClockWatermark;
  readonly people: readonly DemoPerson[];
  readonly staff: Readonly<Record<'officer' | 'approver', string>>;
}

const OFFERS_AT_ONCE = 100;
const DIFFICULT_PEOPLE = 12;
const DAYS = Math.max(...CAST.map(({ daysAgo }) => daysAgo));

/** In the person's own words, by what they ask for first. */
const WORDS: Readonly<Record<Right, Localised>> = {
  access: {
    fi: 'Haluan nähdä, mitä tietoja teillä on minusta, ja kuulla nauhoitetut puheluni.',
    sv: 'Jag vill se vilka uppgifter ni har om mig och höra mina inspelade samtal.',
    en: 'I would like to see what you hold about me and hear my recorded calls.',
  },
  rectification: {
    fi: 'Osoitteeni laskuissa on väärin.',
    sv: 'Min adress på fakturorna är fel.',
    en: 'My address on the invoices is wrong.',
  },
  erasure: {
    fi: 'Poistakaa tietoni, en ole enää asiakkaanne.',
    sv: 'Radera mina uppgifter, jag är inte längre kund hos er.',
    en: 'Please erase my data, I am no longer your customer.',
  },
  restriction: {
    fi: 'Älkää käyttäkö tietojani, ennen kuin laskuriita on selvitetty.',
    sv: 'Använd inte mina uppgifter förrän fakturatvisten är löst.',
    en: 'Do not use my data until the dispute about the invoice is settled.',
  },
  portability: {
    fi: 'Haluan tuotanto- ja sopimustietoni tiedostona uudelle toimittajalle.',
    sv: 'Jag vill ha mina produktions- och avtalsuppgifter som fil till en ny leverantör.',
    en: 'I want my production and contract data as a file for a new supplier.',
  },
  objection: {
    fi: 'En halua, että tietojani käytetään markkinatutkimukseen.',
    sv: 'Jag vill inte att mina uppgifter används för marknadsundersökningar.',
    en: 'I object to my data being used for market research.',
  },
  direct_marketing: {
    fi: 'Älkää enää lähettäkö minulle mainoksia.',
    sv: 'Skicka inte mer reklam till mig.',
    en: 'Please send me no more advertisements.',
  },
  automated_decision: {
    fi: 'Haluan, että ihminen arvioi päätöksen uudelleen.',
    sv: 'Jag vill att en människa bedömer beslutet på nytt.',
    en: 'I want a person to review the decision.',
  },
};

/** Does everything that is due, and whatever becomes due by it. */
const settle = async ({ database, runner, watermark }: PastTools): Promise<void> => {
  for (;;) {
    const due = await takeOffers(database, {
      rooms: roomFor(OFFERS_AT_ONCE),
      kinds: runner.kinds,
      lanes: USUAL_LANE_PLACES,
    });
    if (due.length === 0) return;
    for (const { id } of due) {
      // No dispatcher looks at the clock here, and the runner believes a look for some seconds only.
      await watermark.keepUp();
      await runner.run(id);
    }
  }
};

const actorOf = ({ staff }: PastTools, by: Step['by']): Actor =>
  by === 'person' ? { kind: 'person' } : { kind: 'staff', id: staff[by], role: by };

/** The first people are the difficult ones; of the rest only those are cast who can be mailed to. */
const castFor = (people: readonly DemoPerson[], place: number): DemoPerson | undefined =>
  place < DIFFICULT_PEOPLE
    ? people[place]
    : people.slice(DIFFICULT_PEOPLE).filter(({ email }) => email !== null)[place];

const file = async (tools: PastTools, { person: place, assigned }: Role, story: Story): Promise<string> => {
  const { ledger, keyring, organisation, people, staff } = tools;
  const controller = await organisation.controller();
  const person = castFor(people, place);
  if (person === undefined) throw new Error(`the demo register has no person ${place}`);
  const stranger = story.stranger === true;
  const email = stranger ? mailAddressOf(`tuntematon${place}@example.org`) : mailAddressOf(person.email ?? '');
  const reference = newReference();
  const byPortal = story.channel === 'portal';
  const { requestId } = await ledger.open({
    controllerId: controller.id,
    actor: byPortal ? { kind: 'person' } : actorOf(tools, 'officer'),
    secretHash: keyring.codeHash(`secret:${reference}`, newSecretCode().replaceAll('-', '')),
    person: {
      name: stranger ? 'Tuntematon Kysyjä' : `${person.givenName} ${person.familyName}`,
      email,
      phone: stranger ? null : person.phone,
      customerNumber: byPortal ? null : person.customerNumber,
      words: WORDS[story.rights[0] ?? 'access'][person.language],
    },
    facts: {
      reference,
      regime: controller.regime,
      country: controller.country,
      timeZone: controller.timeZone,
      channel: story.channel,
      language: person.language,
      receivedOn: null,
      rights: story.rights,
      registers: await organisation.scope(),
      hasEmail: email !== null,
    },
  });
  if (assigned) {
    await ledger.apply(requestId, { type: 'assign', assignee: staff.officer }, actorOf(tools, 'officer'));
  }
  return requestId;
};

const give = async (tools: PastTools, requestId: string, step: Step): Promise<void> => {
  const content = step.content === undefined ? {} : { content: step.content };
  const outcome = await tools.ledger.apply(requestId, step.command, actorOf(tools, step.by), content);
  if (isRefusal(outcome)) throw new Error(`the demo's ${step.command.type} was refused: ${outcome.refused}`);
  if (isConflict(outcome)) throw new Error("somebody else writes into the demo's past");
};

/**
 * Lives through the demo's past: every request is filed on its day and every step taken by its giver through the ledger,
 * while the desk's clock walks from the first day to today. Nothing is inserted that did not happen this way.
 */
export const liveThrough = async (tools: PastTools, progress: (done: number, of: number) => void): Promise<void> => {
  const requests = new Map<Role, string>();
  await tools.time.advance(Temporal.Duration.from({ days: -DAYS }));
  for (let daysAgo = DAYS; daysAgo >= 0; daysAgo -= 1) {
    for (const role of CAST) {
      const story: Story = STORIES[role.story];
      if (role.daysAgo === daysAgo) {
        requests.set(role, await file(tools, role, story));
        await settle(tools);
      }
      const requestId = requests.get(role);
      for (const step of story.steps) {
        if (requestId === undefined || role.daysAgo - step.day !== daysAgo) continue;
        await give(tools, requestId, step);
        await settle(tools);
      }
    }
    await settle(tools);
    progress(DAYS - daysAgo + 1, DAYS + 1);
    if (daysAgo > 0) await tools.time.advance(Temporal.Duration.from({ days: 1 }));
  }
};
