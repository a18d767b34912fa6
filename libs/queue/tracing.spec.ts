import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activeTraceParent, inSpan, inTrace } from '#persistence/tracing';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { startEngine, type TestEngine } from '#test/support/engine';
import { recordTraces, type RecordedSpan } from '#test/support/traces';
import { eventually } from '#test/support/whole-desk';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const LETTER = { type: 'recordLetter', letter: 'acknowledgement', sent: true, answers: null } as const;

describe('without OpenTelemetry', () => {
  it('nothing is traced and nothing is written down of it', async () => {
    expect(await inSpan('work', {}, () => Promise.resolve(activeTraceParent()))).toBeNull();
    const { requestId } = await fileRequest(desk, ['access']);
    const traced = await desk.database.query('select from effect where request_id = $1 and trace_parent is not null', [
      requestId,
    ]);
    expect(traced).toEqual([]);
  });
});

describe('with OpenTelemetry', () => {
  let traces: ReturnType<typeof recordTraces>;
  let engine: TestEngine;
  let requestId: string;

  beforeAll(async () => {
    traces = recordTraces();
    ({ requestId } = await fileRequest(desk, ['access']));
    engine = await startEngine(desk, {
      redisUrl: null,
      handlers: { 'send-letter': ({ id }) => Promise.resolve({ command: { ...LETTER, effect: id } }) },
    });
    await eventually('the letter to be told of', () => named('command recordLetter'));
  });
  afterAll(async () => {
    await engine.close();
    traces.stop();
  });

  /** A span of the trace in which the request was opened; others are not of interest. */
  const named = (name: string): RecordedSpan | undefined => {
    const ours = traces.spans.find((span) => span.name === 'command open')?.traceId;
    return traces.spans.find((span) => span.name === name && span.traceId === ours);
  };

  it('one trace leads from a command over its job and its effect to the command that this brings', () => {
    const chain = ['command open', 'job mail', 'effect send-letter', 'command recordLetter'].map(named);
    const parents = chain.map((span) => traces.spans.find(({ spanId }) => spanId === span?.parentId)?.name ?? null);
    expect(parents).toEqual([null, 'command open', 'job mail', 'effect send-letter']);
  });

  it('what is due on another day begins a trace of its own', async () => {
    const later = await desk.database.query<{ trace_parent: string | null }>(
      'select trace_parent from effect where request_id = $1 and due_at > artikla.now()',
      [requestId],
    );
    expect(later.length).toBeGreaterThan(0);
    expect(later.every(({ trace_parent: parent }) => parent === null)).toBe(true);
  });

  it('a trace holds ids and codes and nothing of the person', () => {
    const text = JSON.stringify(traces.spans);
    expect(text).toContain(requestId);
    for (const personal of ['Testi Esimerkki', 'testi@example.org', 'Sanat']) expect(text).not.toContain(personal);
  });

  it('a trace that cannot be read is none', async () => {
    const traceIn = (parent: string) => inTrace(parent, () => Promise.resolve(activeTraceParent()));
    const good = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect(await traceIn(good)).toBe(good);
    expect(await traceIn('00-zz-01')).toBeNull();
    expect(await traceIn(`'; drop table effect; --`)).toBeNull();
  });
});
