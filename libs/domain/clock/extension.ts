import { isAfter } from './dates.js';
import type { ClockHistory } from './facts.js';
import type { Limit } from './limit.js';
import type { Pause } from './pauses.js';
import type { RulePack } from './rule-pack.js';
import type { DeadlineStep } from './steps.js';

type Verdict = 'extended' | 'extension_late' | 'extension_repeated' | 'extension_unavailable';

/** What became of every extension that was announced. */
export interface Extension {
  readonly granted: boolean;
  /** True when all stood, false when any was refused, null when none was announced. */
  readonly valid: boolean | null;
  readonly steps: readonly DeadlineStep[];
}

/**
 * One extension only, and only while the limit for telling the person has not passed (GDPR art. 12(3)); any other
 * leaves the date as it was. `notice` is null where the law has no extension.
 */
export function judgeExtensions(history: ClockHistory, rules: RulePack, notice: Limit | null): Extension {
  const { source } = rules.extension ?? rules.answer;
  const length = rules.extension?.total.length ?? 0;
  const steps: DeadlineStep[] = [];
  let granted = false;
  let refused = false;
  for (const { on } of history.events.filter((event) => event.type === 'extended')) {
    const verdict = judge(on, granted, notice);
    if (verdict === 'extended') granted = true;
    else refused = true;
    steps.push({
      rule: source.rule,
      from: history.received,
      to: history.received,
      because: `clock.because.${verdict}`,
      params: { on, length },
    });
  }
  return { granted, valid: steps.length === 0 ? null : !refused, steps };
}

function judge(on: Temporal.PlainDate, granted: boolean, notice: Limit | null): Verdict {
  if (!notice) return 'extension_unavailable';
  if (granted) return 'extension_repeated';
  const inTime = !isAfter(on, notice.due) || notice.pauses.some((pause) => covers(pause, on));
  return inTime ? 'extended' : 'extension_late';
}

/** No limit passes while the clock stands still. */
const covers = (pause: Pause, day: Temporal.PlainDate): boolean =>
  !isAfter(pause.from, day) && (pause.open || isAfter(pause.to, day));
