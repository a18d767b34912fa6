import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_REMINDER_POLICY, REMINDER_RULES, type ReminderKind } from '#domain/clock/reminders';

const document = readFileSync(new URL('../docs/reminders.md', import.meta.url), 'utf8');
const policy = DEFAULT_REMINDER_POLICY;

/** What each reminder goes by. */
const NUMBERS: Readonly<Record<ReminderKind, readonly number[]>> = {
  before_due: policy.workingDaysBeforeDue,
  on_due: [],
  overdue: [],
  extension_decision: policy.workingDaysBeforeExtensionNotice,
  refusal_decision: policy.workingDaysBeforeRefusalNotice,
  acknowledge: policy.workingDaysBeforeAcknowledgement,
  no_date: [policy.repeatAfterDays],
  paused_too_long: [policy.pausedDays, policy.repeatAfterDays],
  staff_silent: [policy.staffSilentWorkingDays, policy.repeatAfterDays],
  ask_person: policy.askPersonAgainAfterDays,
  person_silent: [policy.personSilentDays, policy.repeatAfterDays],
};

const rows = new Map(
  [...document.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].map(([, kind = '', rest = '']) => [
    kind,
    rest.split('|').map((cell) => cell.trim()),
  ]),
);

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

describe('the table of reminders', () => {
  it('has every reminder and no other', () => {
    expect([...rows.keys()]).toEqual(Object.keys(REMINDER_RULES));
  });

  it.each(Object.entries(REMINDER_RULES))(
    'says of %s when it comes, to whom, and whether it can be turned off',
    (kind, rule) => {
      const [when = '', to = '', off] = rows.get(kind) ?? [];
      expect(numbersIn(when)).toEqual(NUMBERS[kind as ReminderKind]);
      expect(to.startsWith(rule.to)).toBe(true);
      const escalations: readonly string[] = rule.escalatesTo;
      expect(['approver', 'administrator'].filter((role) => to.includes(role))).toEqual(escalations);
      expect(off).toBe(rule.mayBeOff ? 'yes' : 'no');
    },
  );

  it('names the hours of reminders and digest, and from when lateness is told to others', () => {
    expect(document).toContain(`Mails leave at ${policy.reminderHour},`);
    expect(document).toContain(`at ${policy.digestHour} on working days`);
    expect(rows.get('overdue')?.[1]).toContain(`once it is ${policy.escalateAfterWorkingDays} working day late`);
  });
});
