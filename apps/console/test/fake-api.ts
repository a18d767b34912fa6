import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import type { PreviewedCommand } from '#contracts/clock-preview';
import type { ClockSettingsPage } from '#contracts/clock-settings';
import type { Correspondence } from '#contracts/correspondence';
import type { Deputies, DeputyNaming } from '#contracts/deputies';
import type { LiveChanges } from '#contracts/live';
import type { NoticePage } from '#contracts/notices';
import type { Presence } from '#contracts/presence';
import type { Problem } from '#contracts/wire';
import type { RequestPage } from '#contracts/request-page';
import type { Session } from '#contracts/session';
import type { OperationsPage, Revival } from '#contracts/operations';
import type { ReportPage } from '#contracts/reports';
import type { QueueRow } from '#contracts/queue';
import type { ClockSettings } from '#domain/clock-settings';
import { OPERATIONS } from './fixtures/operations.js';
import { newQueue, onPreferences, onQueue, onRows, type FakeQueue } from './fake-queue.js';
import { onFile } from './built-files.js';
import { ROWS } from './fixtures/queue.js';
import { DOCUMENTS, RELATED, THREAD } from './fixtures/correspondence.js';
import { FRESH, OVERDUE, PAUSED, SEVERAL } from './fixtures/other-requests.js';
import { NOTICES } from './fixtures/notices.js';
import { previewOf } from './fixtures/previews.js';
import { REPORT } from './fixtures/reports.js';
import { REQUEST } from './fixtures/request.js';
import { CLOCK_SETTINGS } from './fixtures/settings.js';
import { SESSION } from './fixtures/session.js';

/** A write as it came. */
export interface Written {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
  readonly idempotencyKey: string | undefined;
}

/** What the fake answers with; a test changes it while the page is open. */
export interface Desk {
  session: Session | null;
  rows: readonly QueueRow[];
  queue: FakeQueue;
  requests: Map<string, RequestPage>;
  /** Of every request. */
  thread: Correspondence;
  settings: ClockSettingsPage;
  report: ReportPage;
  operations: OperationsPage;
  /** Since when the reader has a calendar feed. */
  calendarFeed: string | null;
  /** Refuses every call but those of the session. */
  refusal: Pick<Problem, 'status' | 'code'> | null;
  /** Refuses previews only. */
  previewRefusal: Pick<Problem, 'status' | 'code'> | null;
  readonly written: Written[];
  /** Somebody was quicker: the next command is refused, and this is what they made of the request. */
  conflict: RequestPage | null;
  notices: NoticePage;
  deputies: Deputies;
  /** Who else has every request open. */
  others: Presence['others'];
  /** The streams of events that are open now. */
  readonly streams: Set<ServerResponse>;
}

export const newDesk = (): Desk => ({
  session: SESSION,
  rows: ROWS,
  queue: newQueue(),
  requests: new Map([REQUEST, FRESH, OVERDUE, PAUSED, SEVERAL].map((page) => [page.reference, page])),
  thread: THREAD,
  settings: CLOCK_SETTINGS,
  report: REPORT,
  operations: OPERATIONS,
  calendarFeed: null,
  refusal: null,
  previewRefusal: null,
  written: [],
  conflict: null,
  notices: NOTICES,
  deputies: { own: null, forOthers: [] },
  others: [],
  streams: new Set(),
});

const onNotices = (desk: Desk, body: unknown, response: ServerResponse): void => {
  const { id, only } = (body ?? { id: null, only: true }) as { readonly id: string | null; readonly only: boolean };
  const notices = desk.notices.notices.map((one) => ({
    ...one,
    read: one.read || one.id === id || (!only && id !== null),
  }));
  desk.notices = { unread: notices.filter(({ read }) => !read).length, notices };
  answer(response, 200, desk.notices);
};

const onDeputy = (desk: Desk, method: string | undefined, body: unknown, response: ServerResponse): void => {
  if (method === 'PUT') {
    const { deputy: id, from, to } = body as DeputyNaming;
    desk.deputies = { ...desk.deputies, own: { deputy: { id, name: 'Artturi Hyväksyjä' }, from, to } };
  }
  if (method === 'DELETE') desk.deputies = { ...desk.deputies, own: null };
  answer(response, 200, desk.deputies);
};

/** Tells every open page of changes, as the server does. */
export const tellPages = (desk: Desk, changes: LiveChanges['changes']): void => {
  for (const stream of desk.streams) stream.write(`event: changes\nid: 2\ndata: ${JSON.stringify({ changes })}\n\n`);
};

const onEvents = (desk: Desk, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(`event: ready\nid: 1\ndata: ${JSON.stringify({ resumed: false })}\n\n`);
  desk.streams.add(response);
  response.on('close', () => desk.streams.delete(response));
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
};

const refuse = (response: ServerResponse, status: number, code: string): void =>
  answer(response, status, { type: 'about:blank', title: code, status, code } satisfies Problem);

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

const keep = async (desk: Desk, request: IncomingMessage, path: string): Promise<unknown> => {
  const sent = await text(request);
  const body: unknown = sent === '' ? null : JSON.parse(sent);
  desk.written.push({
    method: request.method ?? '',
    path,
    body,
    ifMatch: header(request, 'if-match'),
    idempotencyKey: header(request, 'idempotency-key'),
  });
  return body;
};

const onSession = (desk: Desk, request: IncomingMessage, body: unknown, response: ServerResponse): void => {
  if (request.method === 'DELETE') desk.session = null;
  if (request.method === 'POST') desk.session = { ...(desk.session ?? SESSION) };
  if (desk.session !== null && body !== null && typeof body === 'object' && 'language' in body) {
    desk.session = { ...desk.session, user: { ...desk.session.user, language: body.language as 'fi' } };
  }
  if (desk.session === null) return refuse(response, 401, 'signed-out');
  answer(response, 200, desk.session);
};

/** Of a request, besides itself. */
const PARTS: Readonly<Record<string, object>> = {
  documents: DOCUMENTS,
  related: RELATED,
  similar: RELATED,
  'message-preview': { subject: 'Esimerkin Aurinkosähkö Oy: ett meddelande', text: 'Hej!\n\nOrd.' },
};

const onView = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('A letter as it came.');
};

const onRequest = (desk: Desk, reference: string, call: string | undefined, response: ServerResponse): void => {
  const page = desk.requests.get(reference);
  if (page === undefined) return refuse(response, 404, 'not-found');
  if (call === 'reveal') {
    const person = { ...page.person, email: 'aino@example.org', phone: '+358 00 000 0017', masked: false };
    return answer(response, 200, { ...page, person });
  }
  if (call === 'commands' && desk.conflict !== null) {
    desk.requests.set(reference, desk.conflict);
    desk.conflict = null;
    return refuse(response, 412, 'version-outdated');
  }
  if (call !== undefined) desk.requests.set(reference, { ...page, version: page.version + 1 });
  answer(response, 200, desk.requests.get(reference));
};

const onSettings = (desk: Desk, body: unknown, response: ServerResponse): void => {
  const { settings: page } = desk;
  const settings = body as ClockSettings | null;
  if (settings !== null) desk.settings = { ...page, version: page.version + 1, settings };
  answer(response, 200, desk.settings);
};

const onCalendarFeed = (desk: Desk, method: string | undefined, response: ServerResponse): void => {
  if (method === 'POST') desk.calendarFeed = '2026-11-23T08:00:00Z';
  if (method === 'DELETE') {
    desk.calendarFeed = null;
    response.writeHead(204);
    response.end();
    return;
  }
  const feed = { createdAt: desk.calendarFeed };
  if (method === 'GET') return answer(response, 200, feed);
  answer(response, 201, { ...feed, address: 'http://localhost:3000/calendar/sample.ics' });
};

const onOperations = (desk: Desk, body: unknown, call: string | undefined, response: ServerResponse): void => {
  const { operations } = desk;
  if (call === 'clock') desk.operations = { ...operations, clockJump: null };
  if (call === 'retry') {
    const { kind, reason, effect } = body as Revival;
    const left = operations.dead.map((group) => {
      if (group.kind !== kind || group.reason !== reason) return group;
      const effects = effect === null ? [] : group.effects.filter(({ id }) => id !== effect);
      return { ...group, effects, total: effect === null ? 0 : group.total - 1 };
    });
    desk.operations = { ...operations, dead: left.filter(({ total }) => total > 0) };
  }
  answer(response, 200, desk.operations);
};

/** Of whatever period was asked for. */
const onReport = ({ report }: Desk, { searchParams }: URL, response: ServerResponse): void => {
  const { from, to } = report;
  answer(response, 200, { ...report, from: searchParams.get('from') ?? from, to: searchParams.get('to') ?? to });
};

/** A preview writes nothing, so it is not kept among what was written. */
const onPreview = (desk: Desk, command: PreviewedCommand, response: ServerResponse): void => {
  const { previewRefusal: refused } = desk;
  if (refused !== null) return refuse(response, refused.status, refused.code);
  answer(response, 200, previewOf(command));
};

const onApi = async (desk: Desk, request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> => {
  const [, , , resource, reference, call] = url.pathname.split('/');
  if (call === 'preview') return onPreview(desk, (await json(request)) as PreviewedCommand, response);
  if (call === 'presence') return answer(response, 200, { others: desk.others });
  const body = request.method === 'GET' ? null : await keep(desk, request, url.pathname);
  if (resource === 'session') return onSession(desk, request, body, response);
  if (desk.session === null) return refuse(response, 401, 'signed-out');
  if (resource === 'events') return onEvents(desk, response);
  if (desk.refusal !== null) return refuse(response, desk.refusal.status, desk.refusal.code);
  if (url.pathname.endsWith('/view')) return onView(response);
  const part = call === 'correspondence' ? desk.thread : PARTS[call ?? reference ?? ''];
  if (resource === 'requests' && part !== undefined)
    return answer(response, request.method === 'POST' ? 201 : 200, part);
  if (resource === 'demo') return answer(response, 200, desk.session);
  if (resource === 'settings') return onSettings(desk, body, response);
  if (resource === 'operations') return onOperations(desk, body, reference, response);
  if (resource === 'reports') return onReport(desk, url, response);
  if (resource === 'queue') {
    return onQueue(desk.queue, desk.rows, request.method ?? '', [reference, call], body, response);
  }
  if (reference === 'search') return onRows(desk.rows, body as Record<string, string>, response);
  if (reference === 'preferences') return onPreferences(desk.queue, body, response);
  if (reference === 'notices') return onNotices(desk, body, response);
  if (reference === 'deputy') return onDeputy(desk, request.method, body, response);
  if (resource === 'me') return onCalendarFeed(desk, request.method, response);
  if (reference !== undefined) return onRequest(desk, reference, call, response);
  if (request.method === 'POST') return answer(response, 201, { reference: 'NEWR-1234-ABCD', secretCode: '7K4M-QP2X' });
  onRows(desk.rows, Object.fromEntries(url.searchParams), response);
};

/** Serves the built console from `folder` and answers its calls from `desk`, on a free port of this machine. */
export const serveConsole = async (folder: string, desk: Desk): Promise<{ origin: string; server: Server }> => {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/api/')) void onApi(desk, request, url, response);
    else onFile(folder, url.pathname, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
};
