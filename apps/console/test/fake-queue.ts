import type { ServerResponse } from 'node:http';
import type { BulkCommand, BulkResult } from '#contracts/queue-bulk';
import type { DeskPreferences } from '#contracts/desk-preferences';
import type { QueueLoad } from '#contracts/queue-load';
import type { QueueRow } from '#contracts/queue';
import type { SavedView, SavedViewText } from '#contracts/saved-views';
import { LOAD, queuePage, USUAL, VIEWS } from './fixtures/queue.js';

/** What the fake keeps of the worklist besides its rows. */
export interface FakeQueue {
  views: readonly SavedView[];
  preferences: DeskPreferences;
  load: QueueLoad;
  /** References whose command is refused, with the code. */
  readonly refusals: Map<string, string>;
}

export const newQueue = (): FakeQueue => ({ views: VIEWS, preferences: USUAL, load: LOAD, refusals: new Map() });

const answer = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(status === 204 ? undefined : JSON.stringify(body));
};

type Wanted = Readonly<Record<string, string | undefined>>;

const passes = (wanted: Wanted, row: QueueRow): boolean => {
  const listed = (name: string, values: readonly string[]): boolean =>
    wanted[name] === undefined || wanted[name].split(',').some((value) => values.includes(value));
  const text = wanted['text']?.toLowerCase() ?? '';
  return (
    listed(
      'right',
      row.rights.map(({ right }) => right),
    ) &&
    listed('stage', [row.stage]) &&
    listed('channel', [row.channel]) &&
    (wanted['view'] !== 'overdue' || row.tone === 'overdue') &&
    (wanted['dueFrom'] === undefined || (row.dueOn ?? '') >= wanted['dueFrom']) &&
    (wanted['dueTo'] === undefined || (row.dueOn ?? '9') <= wanted['dueTo']) &&
    `${row.person} ${row.reference}`.toLowerCase().includes(text)
  );
};

/** A page of the rows that pass the filters of an address, or of a body with words to look for. */
export const onRows = (rows: readonly QueueRow[], wanted: Wanted, response: ServerResponse): void =>
  answer(
    response,
    queuePage(
      rows.filter((row) => passes(wanted, row)),
      wanted['cursor'] ?? null,
    ),
  );

const run = ({ refusals }: FakeQueue, rows: readonly QueueRow[], { chosen }: BulkCommand): BulkResult[] =>
  chosen.map(({ reference, version }) => {
    const code = refusals.get(reference) ?? null;
    const assigneeBefore = rows.find((row) => row.reference === reference)?.assignee?.id ?? null;
    return { reference, result: code === null ? 'done' : 'refused', code, version: version + 1, assigneeBefore };
  });

const onViews = (queue: FakeQueue, method: string, id: string | undefined, body: unknown, response: ServerResponse) => {
  if (method === 'PUT' && id !== undefined) {
    const made: SavedView = {
      id,
      ...(body as SavedViewText),
      by: { id: 'officer-1', name: 'Oona Virkailija' },
      own: true,
      count: 2,
    };
    queue.views = [...queue.views.filter((view) => view.id !== id), made];
  }
  if (method === 'DELETE') {
    queue.views = queue.views.filter((view) => view.id !== id);
    return answer(response, null, 204);
  }
  answer(response, { views: queue.views });
};

/** The calls under `/queue`: load, views, choosing, doing, and the file. */
export const onQueue = (
  queue: FakeQueue,
  rows: readonly QueueRow[],
  method: string,
  [part, id]: readonly (string | undefined)[],
  body: unknown,
  response: ServerResponse,
): void => {
  if (part === 'views') return onViews(queue, method, id, body, response);
  if (part === 'load') return answer(response, queue.load);
  if (part === 'bulk') return answer(response, { results: run(queue, rows, body as BulkCommand) });
  if (part === 'selection') {
    const chosen = rows
      .filter((row) => passes(body as Wanted, row))
      .map(({ reference, version }) => ({ reference, version }));
    return answer(response, { chosen, more: false });
  }
  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename=requests-2026-11-21.csv',
  });
  response.end('Reference\r\n');
};

export const onPreferences = (queue: FakeQueue, body: unknown, response: ServerResponse): void => {
  if (body !== null) queue.preferences = body as DeskPreferences;
  answer(response, queue.preferences);
};
