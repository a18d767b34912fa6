import { describe, expect, it } from '@jest/globals';
import { APPROVER, DESK, OFFICER, PERSON, RequestOnPaper } from '#test/support/requests';
import { requestStage } from './decide.js';

const located = () =>
  new RequestOnPaper(['access'])
    .give({ type: 'confirmContact' }, PERSON)
    .give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: true }, DESK);

describe('asking a person once more', () => {
  it('sends the reminder of what was asked last, and counts their silence from today', () => {
    const request = located().after(3).give({ type: 'chase' }, OFFICER);
    expect(request.effects).toContain('send-letter.challenge-reminder');
    expect(request.state.askedOn).toBe('2026-03-05');
  });

  it('is about the question that stops the clock, where there is one', () => {
    const request = located().give({ type: 'requestIdentity' }, OFFICER).after(2).give({ type: 'chase' }, APPROVER);
    expect(request.effects).toContain('send-letter.question-reminder');
    expect(request.state.pausedFor).toBe('identity');
  });

  it('happens once a day', () => {
    const request = located();
    expect(request.try({ type: 'chase' }, OFFICER)).toBe('asked-today');
    request.after(1).give({ type: 'chase' }, OFFICER);
    expect(request.try({ type: 'chase' }, OFFICER)).toBe('asked-today');
  });

  it('never writes to an address that nobody confirmed, nor where nothing is asked', () => {
    expect(new RequestOnPaper(['access']).after(2).try({ type: 'chase' }, OFFICER)).toBe('nothing-asked');
    expect(new RequestOnPaper(['access']).proven().after(2).try({ type: 'chase' }, OFFICER)).toBe('nothing-asked');
  });
});

describe('a receipt that was confirmed by other means than mail', () => {
  it('is recorded once', () => {
    const request = new RequestOnPaper(['access'], { channel: 'letter', hasEmail: false });
    request.give({ type: 'confirmReceipt' }, OFFICER);
    expect(request.state.acknowledged).toBe(true);
    expect(request.try({ type: 'confirmReceipt' }, OFFICER)).toBe('already-acknowledged');
  });
});

describe('spam', () => {
  it('that nobody stands behind ends without an answer, and the clock with it', () => {
    const request = new RequestOnPaper(['access', 'erasure']).give({ type: 'markSpam' }, OFFICER);
    expect(requestStage(request.state)).toBe('closed');
    expect(request.state.rights.map(({ ending }) => ending)).toEqual(['dismissed', 'dismissed']);
    expect(request.try({ type: 'markSpam' }, OFFICER)).toBe('request-closed');
  });

  it.each([
    ['somebody confirmed', new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON)],
    ['a register knows', located()],
    ['was proven', new RequestOnPaper(['access']).proven()],
    ['came by letter', new RequestOnPaper(['access'], { channel: 'letter' })],
    ['somebody said at the counter', new RequestOnPaper(['access'], { channel: 'counter' })],
  ])('is not what %s', (_, request) => {
    expect(request.try({ type: 'markSpam' }, OFFICER)).toBe('looks-genuine');
  });
});
