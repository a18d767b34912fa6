import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/database';
import type { PortalPages } from '#contracts/portal-pages';
import type { RequestSummary } from '#persistence/projection';
import type { Draft } from './draft.store.js';

interface ReceiptRow {
  readonly received_on: string;
  readonly due_on: string | null;
  readonly summary: RequestSummary;
}

/** What the receipt page shows of a filed form. */
@Injectable()
export class ReceiptReader {
  constructor(private readonly database: Database) {}

  async read(draft: Draft, receipt: NonNullable<Draft['receipt']>): Promise<PortalPages['received']> {
    const [row] = await this.database.query<ReceiptRow>(
      `select received_on::text, due_on::text, summary from subject_request where reference = $1`,
      [receipt.reference],
    );
    if (row === undefined) throw new Error('a receipt without its request');
    return {
      ...receipt,
      rights: draft.rights,
      receivedOn: row.received_on,
      dueOn: row.due_on,
      steps: [...row.summary.steps],
      mailed: draft.email !== '',
    };
  }
}
