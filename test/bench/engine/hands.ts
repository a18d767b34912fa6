import type { Right } from '#domain/law/rights';
import type { EffectKind } from '#domain/request/effects';
import type { EffectHandler, EffectResult } from '#queue/effect-handler';
import type { ClaimedEffect } from '#queue/effect-rows';

/**
 * Handlers that do nothing in the world and report that it was done. What they leave out, reading registers, building
 * files and talking to a mail server, costs the same under any engine.
 */
const hand = <K extends EffectKind>(kind: K, report: (effect: ClaimedEffect<K>) => EffectResult['command']) =>
  class implements EffectHandler<K> {
    readonly kind = kind;

    run(effect: ClaimedEffect<K>): Promise<EffectResult> {
      return Promise.resolve({ command: report(effect) });
    }
  };

const unexpected = (): never => {
  throw new Error('no measured request asks for this');
};

const MANIFEST = '0'.repeat(64);

export const HANDS = [
  hand('run-task', ({ data }) => ({ type: 'recordTask', task: data.task, result: 'done', rows: 1, files: 0 })),
  hand('build-package', ({ data }) => ({
    type: 'recordPackage',
    right: data.right as Right,
    documents: 1,
    manifest: MANIFEST,
  })),
  hand('send-letter', ({ data }) => ({ type: 'recordAnswer', right: data.right as Right, by: 'mail' })),
  hand('remind', ({ data }) => ({ type: 'recordReminder', reminder: data.reminder })),
  hand('locate-person', unexpected),
  hand('alert', unexpected),
];
