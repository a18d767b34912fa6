import { STAFF_PATHS } from '#contracts/staff-paths';
import { liveChanges, liveReady } from '#contracts/live';

interface ServerSentEvent {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

const fieldOf = (block: string, name: string): string =>
  block
    .split('\n')
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2) ?? '';

/** Opens the stream of events as a browser does. `lastId`: it had one before, up to there. */
export const openStream = async (origin: string, cookie: string, lastId?: string) => {
  const leaving = new AbortController();
  const response = await fetch(origin + STAFF_PATHS.events.path, {
    headers: { cookie, accept: 'text/event-stream', ...(lastId !== undefined && { 'last-event-id': lastId }) },
    signal: leaving.signal,
  });
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let ended = false;
  const blocks: string[] = [];
  /** The next block of lines, comments too; null at the end. */
  const block = async (): Promise<string | null> => {
    while (blocks.length === 0 && !ended) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      ended = done;
      const parts = (text + (value ?? '')).split('\n\n');
      text = parts.pop() ?? '';
      blocks.push(...parts);
    }
    return blocks.shift() ?? null;
  };
  const next = async (): Promise<ServerSentEvent | null> => {
    for (;;) {
      const found = await block();
      if (found === null) return null;
      const event = fieldOf(found, 'event');
      if (event !== '') return { event, id: fieldOf(found, 'id'), data: JSON.parse(fieldOf(found, 'data')) as unknown };
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    block,
    /** What the first event says. */
    ready: async () => {
      const first = await next();
      return { id: first?.id ?? '', ...liveReady.parse(first?.data) };
    },
    /** The next changes, with the id to go on from; null when the stream has ended. */
    changes: async () => {
      const event = await next();
      return event === null ? null : { id: event.id, ...liveChanges.parse(event.data) };
    },
    leave: () => leaving.abort(),
  };
};
