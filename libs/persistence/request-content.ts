import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from './database.js';
import { Keyring } from './keyring.js';
import { entryContext } from './ledger-rows.js';
import { loadSealer, openJson } from './request-keys.js';
import type { Right } from '#domain/law/rights';
import type { EventType } from '#domain/request/events';
import type { LocatedPeople, PersonalDetails } from '#domain/request/personal';
import type { Sealer } from '#domain/sealer';

/** The person behind this request has been forgotten: its key is gone, and with it all that was sealed. */
export class ForgottenError extends Error {
  constructor() {
    super('the personal content of this request is gone');
    this.name = 'ForgottenError';
  }
}

/** Opens what a request holds sealed, for those who may see it. */
@Injectable()
export class RequestContent {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /**
   * The sealer of a request, or with null that of the desk, for what belongs to no request. Throws `ForgottenError` once
   * the key of the request is destroyed.
   */
  async sealer(requestId: string | null, session: SqlSession = this.database): Promise<Sealer> {
    if (requestId === null) return this.keyring.desk;
    const sealer = await loadSealer(session, this.keyring, requestId);
    if (sealer === null) throw new ForgottenError();
    return sealer;
  }

  async person(requestId: string, sealer: Sealer): Promise<PersonalDetails> {
    const [row] = await this.database.query<{ person_sealed: Buffer | null }>(
      'select person_sealed from subject_request where id = $1',
      [requestId],
    );
    if (!row?.person_sealed) throw new ForgottenError();
    return openJson<PersonalDetails>(sealer, row.person_sealed, `subject_request:${requestId}:person`);
  }

  /** Who was located and which of them is meant; null before that. */
  located(requestId: string, sealer: Sealer): Promise<LocatedPeople | null> {
    return this.latest<LocatedPeople>(requestId, sealer, 'personLocated');
  }

  /** What is sealed beside one entry; null where nothing is. */
  async beside<T extends object>(requestId: string, sealer: Sealer, seq: number): Promise<T | null> {
    const [row] = await this.database.query<{ sealed: Buffer | null }>(
      'select sealed from ledger_entry where request_id = $1 and seq = $2',
      [requestId, seq],
    );
    return row?.sealed ? openJson<T>(sealer, row.sealed, entryContext(requestId, seq)) : null;
  }

  /** What is sealed beside the latest event of a type, or the latest one about a right. */
  async latest<T extends object>(
    requestId: string,
    sealer: Sealer,
    type: EventType,
    right: Right | null = null,
  ): Promise<T | null> {
    const [row] = await this.database.query<{ seq: number; sealed: Buffer }>(
      `select seq, sealed from ledger_entry where request_id = $1 and type = $2 and sealed is not null
         and ($3::text is null or data::jsonb ->> 'right' = $3)
       order by seq desc limit 1`,
      [requestId, type, right],
    );
    return row === undefined ? null : openJson<T>(sealer, row.sealed, entryContext(requestId, row.seq));
  }
}
