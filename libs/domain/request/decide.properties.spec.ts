import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { APPROVER, DESK, OFFICER, PERSON, RequestOnPaper } from '#test/support/requests';
import { RIGHTS } from '#domain/law/rights';
import { STAGES, type Stage } from './stages.js';
import type { Actor } from './actor.js';
import type { Command } from './commands.js';

const right = fc.constantFrom(...RIGHTS);
const actor = fc.constantFrom<Actor>(PERSON, DESK, OFFICER, APPROVER);
const task = fc.constantFrom(
  ...RIGHTS.flatMap((one) =>
    ['customers', 'calls', 'marketing'].flatMap((register) =>
      [
        'collect.preparation',
        'plan_erasure.preparation',
        'manual.preparation',
        'erase.execution',
        'suppress_marketing.preparation',
      ].map((kind) => `${one}.${register}.${kind}`),
    ),
  ),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'confirmContact' },
    { type: 'startVerification' },
    { type: 'requestCode' },
    { type: 'disownRequest' },
    { type: 'liftFreeze' },
    { type: 'dismiss' },
    { type: 'requestIdentity' },
    { type: 'requestClarification' },
    { type: 'extendDeadline' },
    { type: 'withdraw' },
    { type: 'chase' },
    { type: 'confirmReceipt' },
    { type: 'markSpam' },
  ),
  fc.record({ type: fc.constant('recordReply' as const), sufficient: fc.boolean() }),
  fc.record({
    type: fc.constant('recordLocation' as const),
    location: fc.constantFrom('none' as const, 'one' as const, 'several' as const),
    candidates: fc.nat(3),
    reachable: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('confirmIdentity' as const),
    method: fc.constantFrom(
      'contact_code' as const,
      'on_file_code' as const,
      'call_back' as const,
      'in_person' as const,
    ),
  }),
  fc.record({
    type: fc.constant('recordTask' as const),
    task,
    result: fc.constantFrom('found' as const, 'nothing_found' as const, 'done' as const, 'cannot' as const),
    rows: fc.nat(5),
    files: fc.nat(2),
  }),
  fc.record({
    type: fc.constant('decideRight' as const),
    right,
    outcome: fc.constantFrom('granted' as const, 'refused' as const, 'nothing_held' as const),
    grounds: fc.constantFrom([], ['art_12_5_excessive' as const]),
  }),
  fc.record({ type: fc.constantFrom('approveRight' as const, 'returnRight' as const), right }),
  fc.record({ type: fc.constant('recordPackage' as const), right, documents: fc.nat(3), manifest: fc.constant('') }),
  fc.record({
    type: fc.constant('recordAnswer' as const),
    right,
    by: fc.constantFrom('mail' as const, 'post' as const),
  }),
);

const life = fc.array(fc.tuple(command, actor, fc.nat(3)), { maxLength: 60 });
const asked = fc.uniqueArray(right, { minLength: 1, maxLength: 4 });

const later = (before: string, after: string): boolean =>
  STAGES.indexOf(after as Stage) >= STAGES.indexOf(before as Stage);

describe('whatever anybody asks of a request, in whatever order', () => {
  it('no right goes back a stage, and nothing is closed without an ending', () => {
    fc.assert(
      fc.property(asked, life, (rights, commands) => {
        const request = new RequestOnPaper(rights);
        for (const [given, by, days] of commands) {
          const before = request.state.rights.map(({ stage }) => stage);
          request.after(days).try(given, by);
          request.state.rights.forEach(({ stage, ending }, index) => {
            expect(later(before[index] ?? 'intake', stage)).toBe(true);
            expect(stage === 'closed').toBe(ending !== null);
          });
        }
      }),
    );
  });

  it('no data is given out below the identity level its register asks for', () => {
    fc.assert(
      fc.property(asked, life, (rights, commands) => {
        const request = new RequestOnPaper(rights);
        for (const [given, by, days] of commands) request.after(days).try(given, by);
        const levels = request.state.proofs.map(({ level }) => Number(level.slice(1)));
        const best = Math.max(0, ...levels);
        for (const { decision, tasks } of request.state.rights) {
          if (decision?.outcome !== 'granted') continue;
          const found = tasks.filter(({ phase, result }) => phase === 'preparation' && result === 'found');
          for (const { identityNeeded } of found) expect(best).toBeGreaterThanOrEqual(Number(identityNeeded.slice(1)));
        }
      }),
    );
  });

  it('nothing that an officer decides is answered without a second person', () => {
    fc.assert(
      fc.property(asked, life, (rights, commands) => {
        const request = new RequestOnPaper(rights);
        for (const [given, by, days] of commands) request.after(days).try(given, by);
        for (const { right: name, answeredOn, approvedBy, decision } of request.state.rights) {
          if (answeredOn === null || name === 'direct_marketing') continue;
          expect(approvedBy).not.toBeNull();
          expect(approvedBy).not.toBe(decision?.by);
        }
      }),
    );
  });

  it('the same commands give the same request', () => {
    fc.assert(
      fc.property(asked, life, (rights, commands) => {
        const live = () => {
          const request = new RequestOnPaper(rights);
          for (const [given, by, days] of commands) request.after(days).try(given, by);
          return request;
        };
        const [one, other] = [live(), live()];
        expect(one.state).toEqual(other.state);
        expect(one.effects).toEqual(other.effects);
      }),
      { numRuns: 30 },
    );
  });
});
