import { describe, expect, it } from '@jest/globals';
import { APPROVER, OFFICER, RequestOnPaper } from '#test/support/requests';
import { weekendsOnly } from '#test/support/weekends';
import { isRefusal } from './refusal.js';
import { deadlinesOf } from './standing.js';
import { previewDeadlines, type DeadlinePreview } from './preview.js';
import type { Actor } from './actor.js';
import type { Command } from './commands.js';

const RECEIVED = Temporal.PlainDate.from('2026-03-02');

/** Previews a command `day` days after receipt, on the day up to which the request was led. */
const tryOut = (request: RequestOnPaper, command: Command, day: number, actor: Actor = OFFICER) => {
  const today = RECEIVED.add({ days: day });
  const now = today.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: '10:00' }).toInstant();
  return previewDeadlines(request.state, command, weekendsOnly, { now, today, actor });
};

const preview = (...args: Parameters<typeof tryOut>): DeadlinePreview => {
  const outcome = tryOut(...args);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
};

const datesOf = ({ changes }: DeadlinePreview) =>
  changes.map(({ limit, before, after, fate }) => [limit, before?.toString() ?? null, after?.toString() ?? null, fate]);

describe('before a question is asked', () => {
  const asked = preview(new RequestOnPaper(['access']).after(10), { type: 'requestIdentity' }, 10);

  it('all dates that would stand still are told', () => {
    expect(asked.after.state).toBe('paused');
    expect(datesOf(asked)).toEqual([
      ['due', '2026-04-02', null, 'stands_still'],
      ['extensionNoticeBy', '2026-04-02', null, 'stands_still'],
      ['refusalNoticeBy', '2026-04-02', null, 'stands_still'],
      ['acknowledgeBy', null, null, 'same'],
    ]);
    expect(asked.reason).toEqual({ key: 'pauses' });
  });

  it('the dates are told as they become with an answer in one and in two weeks', () => {
    expect(asked.replies.map(({ days, on, deadlines }) => [days, on.toString(), deadlines.due?.toString()])).toEqual([
      [7, '2026-03-19', '2026-04-09'],
      [14, '2026-03-26', '2026-04-16'],
    ]);
  });

  it.each([7, 14])('the date told for an answer after %d days is the one that then comes', (days) => {
    const request = new RequestOnPaper(['access']).after(10).give({ type: 'requestIdentity' }, OFFICER);
    request.after(days).give({ type: 'recordReply', sufficient: true }, OFFICER);
    const come = deadlinesOf(request.state, weekendsOnly, RECEIVED.add({ days: 10 + days }));
    const told = asked.replies.find((reply) => reply.days === days)?.deadlines;
    expect(told?.due?.toString()).toBe(come.due?.toString());
    expect(told?.refusalNoticeBy?.toString()).toBe(come.refusalNoticeBy?.toString());
  });

  it('a question after the last day is told to stop nothing', () => {
    const late = preview(new RequestOnPaper(['access']), { type: 'requestClarification' }, 40);
    expect(late.reason).toEqual({ key: 'question_too_late' });
    expect(datesOf(late)[0]).toEqual(['due', '2026-04-02', '2026-04-02', 'same']);
    expect(late.replies).toEqual([]);
  });
});

describe('before a reply is recorded', () => {
  const waiting = () => new RequestOnPaper(['access']).after(10).give({ type: 'requestIdentity' }, OFFICER);

  it('a sufficient one is told to let the clock run on', () => {
    const enough = preview(waiting(), { type: 'recordReply', sufficient: true }, 15);
    expect(enough.reason).toEqual({ key: 'runs_on', days: 5 });
    expect(datesOf(enough)[0]).toEqual(['due', null, '2026-04-07', 'moves']);
    expect(enough.replies).toEqual([]);
  });

  it('an insufficient one is told to leave it standing still', () => {
    const short = preview(waiting(), { type: 'recordReply', sufficient: false }, 15);
    expect(short.reason).toEqual({ key: 'stays_paused' });
    expect(short.replies.map(({ deadlines }) => deadlines.due?.toString())).toEqual(['2026-04-14', '2026-04-21']);
  });

  it('a proof of identity that answers the question is told to let it run on too', () => {
    const proof = preview(waiting(), { type: 'confirmIdentity', method: 'in_person' }, 15);
    expect(proof.reason.key).toBe('runs_on');
  });
});

describe('before an extension is announced', () => {
  const extended = preview(new RequestOnPaper(['access']), { type: 'extendDeadline' }, 10);

  it('the answer moves to three months from receipt, and the limit for refusing stays', () => {
    expect(datesOf(extended)).toEqual([
      ['due', '2026-04-02', '2026-06-02', 'moves'],
      ['extensionNoticeBy', '2026-04-02', '2026-04-02', 'stays'],
      ['refusalNoticeBy', '2026-04-02', '2026-04-02', 'stays'],
      ['acknowledgeBy', null, null, 'same'],
    ]);
    expect(extended.reason).toEqual({ key: 'extended' });
  });

  it('a late one is refused with the same code as the command', () => {
    expect(tryOut(new RequestOnPaper(['access']), { type: 'extendDeadline' }, 40)).toEqual({ refused: 'too-late' });
  });
});

describe('before a decision', () => {
  const refusal: Command = {
    type: 'decideRight',
    right: 'access',
    outcome: 'refused',
    grounds: ['art_12_5_excessive'],
  };

  it('a refusal is told its own limit, which an extension has not moved', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'extendDeadline' }, OFFICER);
    const told = preview(request, refusal, 20);
    expect({ ...told.reason, on: told.reason.on?.toString() }).toEqual({ key: 'refusal_by', on: '2026-04-02' });
    expect(told.changes.map(({ fate }) => fate)).toEqual(['same', 'same', 'same', 'same']);
  });

  it('a refusal whose limit has passed is told so', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'extendDeadline' }, OFFICER);
    expect(preview(request, refusal, 40).reason.key).toBe('refusal_late');
  });

  it('any other is told to move nothing: the clock runs until the answer has left', () => {
    const request = new RequestOnPaper(['access']).proven();
    request.give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER).collected();
    for (const { id, result } of request.state.rights.flatMap(({ tasks }) => tasks)) {
      if (result === null) request.give({ type: 'recordTask', task: id, result: 'done', rows: 0, files: 0 }, OFFICER);
    }
    const granted = preview(request, { type: 'decideRight', right: 'access', outcome: 'granted', grounds: [] }, 0);
    expect(granted.reason).toEqual({ key: 'decided' });
  });
});

describe('before a request is closed', () => {
  it('a withdrawal stops the clock', () => {
    const gone = preview(new RequestOnPaper(['access']), { type: 'withdraw' }, 5);
    expect(gone.after.state).toBe('stopped');
    expect(gone.reason).toEqual({ key: 'withdrawn' });
  });

  const ready = (rights: readonly ('access' | 'portability')[]) => {
    const request = new RequestOnPaper(rights).proven();
    request.give({ type: 'confirmIdentity', method: 'in_person' }, OFFICER).collected();
    for (const { id, result } of request.state.rights.flatMap(({ tasks }) => tasks)) {
      if (result === null) request.give({ type: 'recordTask', task: id, result: 'done', rows: 0, files: 0 }, OFFICER);
    }
    return request.decided('access').give({ type: 'approveRight', right: 'access' }, APPROVER);
  };
  const post: Command = { type: 'recordAnswer', right: 'access', by: 'post' };

  it.each([
    [11, { key: 'answered', days: 20 }],
    [31, { key: 'answered', days: 0 }],
    [33, { key: 'answered_late', days: 2 }],
  ])('the answer posted after %d days is told how it stands to the last day', (day, reason) => {
    expect(preview(ready(['access']), post, day).reason).toEqual(reason);
  });

  it('one of several answers is told to leave the clock running for the others', () => {
    const told = preview(ready(['access', 'portability']), post, 11);
    expect(told.reason).toEqual({ key: 'others_open' });
    expect(told.after.state).toBe('running');
  });
});

describe('a preview', () => {
  it('changes nothing of the request', () => {
    const request = new RequestOnPaper(['access']);
    const seen = JSON.stringify(request.state);
    preview(request, { type: 'requestIdentity' }, 3);
    preview(request, { type: 'withdraw' }, 3);
    expect(JSON.stringify(request.state)).toBe(seen);
  });
});
