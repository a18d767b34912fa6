import { HttpException, Injectable, Logger } from '@nestjs/common';
import { civilDateOf } from '#domain/time-source';
import { isRefusal } from '#domain/request/refusal';
import { Database } from '#persistence/database';
import { DatabaseTime } from '#persistence/database-time';
import { Keyring } from '#persistence/keyring';
import { isConflict } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { MOST_CHOSEN } from '#contracts/bulk-limits';
import type { BulkAction, BulkCommand, BulkResult, Chosen, QueueChoice, QueueSelection } from '#contracts/queue-bulk';
import { CommandGiver } from './command-giver.js';
import { pick } from './queue-filters.js';
import { orderOf } from './queue-order.js';
import { readingOf } from './queue-reading.js';
import { rowsAfter } from './queue-walk.js';
import { RequestFiles, type RequestFile } from './request-file.js';
import type { StaffMember } from '#contracts/staff-access';
import type { EventType } from '#domain/request/events';

/**
 * What an action leaves in the ledger: by it a repeated call knows its own trace. An assignment is known by whom the request
 * has now: the same giver may have given it to somebody else meanwhile.
 */
const LEAVES: Readonly<Partial<Record<BulkAction['type'], EventType>>> = {
  chase: 'personChased',
  confirmReceipt: 'receiptConfirmed',
  markSpam: 'spamMarked',
};

/** One command to many requests, each on its own: what is refused to one holds up no other. */
@Injectable()
export class Bulk {
  readonly #logger = new Logger(Bulk.name);

  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly time: DatabaseTime,
    private readonly keyring: Keyring,
    private readonly files: RequestFiles,
    private readonly giver: CommandGiver,
  ) {}

  /** What the filters list, in its order, as far as can be chosen at once. */
  async select(choice: QueueChoice, reader: StaffMember): Promise<QueueSelection> {
    const [{ timeZone }, now] = await Promise.all([this.organisation.controller(), this.time.now()]);
    const reading = await readingOf(this.database, reader, civilDateOf(now, timeZone));
    const picked = pick(choice, reading, this.keyring);
    const rows = await rowsAfter(this.database, picked, orderOf(choice), null, MOST_CHOSEN + 1);
    const chosen = rows.slice(0, MOST_CHOSEN).map(({ reference, version }) => ({ reference, version }));
    return { chosen, more: rows.length > MOST_CHOSEN };
  }

  /** One after the other, so that one call takes one connection; the same call twice does nothing twice. */
  async run({ action, chosen }: BulkCommand, giver: StaffMember): Promise<BulkResult[]> {
    const results: BulkResult[] = [];
    for (const one of chosen) results.push(await this.#do(action, one, giver));
    return results;
  }

  async #do(action: BulkAction, { reference, version }: Chosen, giver: StaffMember): Promise<BulkResult> {
    const unknown = { reference, version: null, assigneeBefore: null };
    try {
      const file = await this.files.open(reference);
      const about = { reference, version: file.version, assigneeBefore: file.state.assignee };
      if (action.type === 'assign' && file.state.assignee === action.assignee) {
        return { ...about, result: 'unchanged', code: null };
      }
      const outcome = await this.giver.give(file, version, action, giver);
      if (isRefusal(outcome)) return { ...about, result: 'refused', code: outcome.refused };
      if (!isConflict(outcome)) return { ...about, result: 'done', code: null, version: outcome.version };
      const own = isOwnTrace(file, version, action, giver);
      return own ? { ...about, result: 'unchanged', code: null } : { ...about, result: 'outdated', code: null };
    } catch (error) {
      const code = codeOf(error);
      // One request that cannot be read must not hide what became of the others.
      if (code === null) this.#logger.error({ reference, bulk: action.type, error: nameOf(error) });
      return { ...unknown, result: 'refused', code: code ?? 'unexpected' };
    }
  }
}

/** Did the giver do just this since that version? Then the answer to a first call was lost, and this is the second one. */
const isOwnTrace = ({ entries }: RequestFile, seen: number, { type }: BulkAction, { id }: StaffMember): boolean =>
  entries.some((entry) => entry.seq > seen && entry.type === LEAVES[type] && entry.actor === `staff:${id}`);

/** The code of an expected refusal; null for a defect. */
const codeOf = (error: unknown): string | null => {
  const response = error instanceof HttpException ? error.getResponse() : null;
  return typeof response === 'object' && response !== null && 'code' in response ? String(response.code) : null;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
