import { Injectable, NotFoundException } from '@nestjs/common';
import { standingOf, type Counting, type Standing } from '#domain/request/standing';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { RequestContent } from '#persistence/request-content';
import { loadSealer } from '#persistence/request-keys';
import { parseReference } from '#persistence/tokens';
import { otherPolicies } from './other-policies.js';
import type { ClockView } from '#contracts/clock-view';
import type { LocatedPeople, PersonalDetails } from '#domain/request/personal';
import type { Sealer } from '#domain/sealer';
import type { SubjectRequest } from '#domain/request/state';
import type { EntryRow } from '#persistence/ledger-rows';

/** What only the key of the request opens. */
export interface OpenedContent {
  readonly sealer: Sealer;
  readonly person: PersonalDetails;
  readonly located: LocatedPeople | null;
}

/** One request as it stands now, with its ledger and, while its key lives, its person. */
export interface RequestFile extends Counting {
  readonly id: string;
  readonly version: number;
  readonly state: SubjectRequest;
  readonly entries: readonly EntryRow[];
  /** Null once the person has been forgotten. */
  readonly content: OpenedContent | null;
  readonly now: Temporal.Instant;
  readonly standing: Standing;
  readonly otherPolicies: ClockView['otherPolicies'];
}

/** Takes the file of a request from the ledger. */
@Injectable()
export class RequestFiles {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly requestContent: RequestContent,
    private readonly keyring: Keyring,
    private readonly clock: DeskClock,
  ) {}

  /** By the reference as somebody typed it. Throws 404 `not-found`. */
  async open(typedReference: string): Promise<RequestFile> {
    const id = await this.idOf(typedReference);
    const [{ state, entries }, content, reading] = await Promise.all([
      this.ledger.read(id),
      this.#openContent(id),
      this.clock.read(),
    ]);
    const counting = reading.in(state);
    const standing = standingOf(state, counting);
    return {
      id,
      version: entries.at(-1)?.seq ?? 0,
      state,
      entries,
      content,
      now: reading.now,
      ...counting,
      standing,
      otherPolicies: otherPolicies(state, standing, reading),
    };
  }

  /** Throws 404 `not-found`, also for what cannot be a reference. */
  async idOf(typedReference: string): Promise<string> {
    const reference = parseReference(typedReference);
    const [row] = await this.database.query<{ id: string }>('select id from subject_request where reference = $1', [
      reference,
    ]);
    if (row === undefined) throw new NotFoundException({ code: 'not-found' });
    return row.id;
  }

  async #openContent(id: string): Promise<OpenedContent | null> {
    const sealer = await loadSealer(this.database, this.keyring, id);
    if (sealer === null) return null;
    const [person, located] = await Promise.all([
      this.requestContent.person(id, sealer),
      this.requestContent.located(id, sealer),
    ]);
    return { sealer, person, located };
  }
}
