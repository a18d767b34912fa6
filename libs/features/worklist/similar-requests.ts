import { Injectable } from '@nestjs/common';
import { indexPerson, type PersonIndexes } from '#persistence/blind-index';
import { Database } from '#persistence/database';
import { Keyring } from '#persistence/keyring';
import type { PersonClues, SimilarAnswer, SimilarRequest } from '#contracts/correspondence';

const MOST = 20;

/** One word of a name says too little: there are many with the same first name. */
const NAME_WORDS = 2;

interface SimilarRow {
  readonly reference: string;
  readonly stage: SimilarRequest['stage'];
  readonly channel: SimilarRequest['channel'];
  readonly rights: SimilarRequest['rights'];
  readonly received_on: string;
  readonly due_on: string | null;
  readonly closed_on: string | null;
  readonly by_email: boolean;
  readonly by_phone: boolean;
  readonly by_name: boolean;
}

/** Requests that may be of the same person, found by keyed indexes: the database does not know whom it looks for. */
@Injectable()
export class SimilarRequests {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /** Those of the person of a request, without itself. */
  async to(requestId: string): Promise<SimilarAnswer> {
    const [row] = await this.database.query<{ email: Buffer | null; phone: Buffer | null; name: Buffer[] }>(
      'select email_index as email, phone_index as phone, name_index as name from subject_request where id = $1',
      [requestId],
    );
    return row === undefined ? { requests: [], more: false } : this.#find(row, requestId);
  }

  /** Those of somebody whose request is being typed in. */
  async by({ name, email, phone }: PersonClues): Promise<SimilarAnswer> {
    const filled = (value: string): string | null => (value === '' ? null : value);
    const person = { name, email: filled(email), phone: filled(phone), customerNumber: null, words: '' };
    return this.#find(indexPerson(this.keyring, person), null);
  }

  async #find({ email, phone, name }: PersonIndexes, without: string | null): Promise<SimilarAnswer> {
    const rows = await this.database.query<SimilarRow>(
      `select reference, stage, channel, rights, received_on::text, due_on::text, closed_on::text,
         email_index is not null and email_index = $1 as by_email, phone_index is not null and phone_index = $2 as by_phone,
         cardinality($3::bytea[]) >= ${NAME_WORDS} and name_index @> $3 as by_name
       from subject_request
       where (email_index = $1 or phone_index = $2 or (cardinality($3::bytea[]) >= ${NAME_WORDS} and name_index @> $3))
         and id is distinct from $4
       order by received_on desc, id desc limit ${MOST + 1}`,
      [email, phone, name, without],
    );
    const requests = rows
      .slice(0, MOST)
      .map(({ received_on, due_on, closed_on, by_email, by_phone, by_name, ...row }) => ({
        ...row,
        receivedOn: received_on,
        dueOn: due_on,
        closedOn: closed_on,
        by: [
          ...(by_email ? (['email'] as const) : []),
          ...(by_phone ? (['phone'] as const) : []),
          ...(by_name ? (['name'] as const) : []),
        ],
      }));
    return { requests, more: rows.length > MOST };
  }
}
