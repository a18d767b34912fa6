import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#persistence/embedded/free-port';
import { newToken, tokenHash } from '#persistence/tokens';
import { linkIn, textOf } from '#test/support/mail-text';
import { ADMINISTRATOR, ReminderDays } from '#test/support/reminder-days';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually, startWholeDesk, type WholeDesk } from '#test/support/whole-desk';
import type { RecordedMail } from '#test/support/smtp';

const MINUTES = 6;
const NAME = 'Kanarialintu Merkkinen';

/** By what the officer's language knows each reason. */
const REASONS: Readonly<Record<string, RegExp>> = {
  before_due: /\d+ työpäivää? jäljellä: vastaus on annettava viimeistään/,
  on_due: /Vastaus on annettava tänään/,
  overdue: /Vastaus on \d+ työpäivää?n? myöhässä: määräaika päättyi/,
  refusal_decision: /Jos pyyntöön ei suostuta/,
  extension_decision: /Päätä, jatketaanko määräaikaa/,
  paused_too_long: /Määräaika on ollut keskeytyneenä \d+ päivää/,
  person_silent: /Henkilöltä kysyttiin/,
  staff_silent: /Pyyntö eteni viimeksi/,
};

/**
 * What the officer is reminded of from day to day; on a day that is not here, of nothing. The plain request is due on
 * 9 December; that which was asked stood still from 10 November to 3 December and is due on 4 January; the extended one is
 * due in February, and the withdrawn ones never.
 */
const REMINDERS: Readonly<Record<string, readonly string[]>> = {
  '2026-11-19': ['challenged: before_due', 'plain: before_due', 'withdrawn: before_due'],
  '2026-11-25': ['asked: paused_too_long'],
  '2026-11-30': ['extended: person_silent', 'plain: before_due+person_silent'],
  '2026-12-02': ['asked: paused_too_long', 'extended: refusal_decision', 'plain: extension_decision'],
  '2026-12-04': ['plain: before_due'],
  '2026-12-07': ['extended: person_silent', 'plain: person_silent'],
  '2026-12-08': ['extended: refusal_decision', 'plain: before_due'],
  '2026-12-09': ['plain: on_due'],
  '2026-12-10': ['plain: overdue'],
  '2026-12-11': ['asked: before_due', 'plain: overdue'],
};

/** Where a worker dies once: with the mail out and not written down, and with all of it done but the commit. */
const CRASHES = [
  ['2026-12-10', 'after-mail:reminder'],
  ['2026-12-11', 'before-commit:remind'],
  ['2026-12-14', 'after-mail:digest'],
  ['2026-12-15', 'before-commit:digest'],
] as const;

/** What the people are asked, and asked again. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  '2026-11-09': ['challenged: challenge'],
  '2026-11-10': ['asked: identity-request'],
  '2026-11-16': ['challenged: challenge-reminder'],
  '2026-11-17': ['asked: question-reminder'],
  '2026-11-23': ['challenged: challenge-reminder'],
  '2026-11-24': ['asked: question-reminder'],
};

const to = (mails: readonly RecordedMail[], address: string) => mails.filter((mail) => mail.to.includes(address));

describe.each(['redis', 'postgres'] as const)('reminders from day to day with two workers, queue on %s', (backend) => {
  let redis: TestRedis | null = null;
  let desk: WholeDesk;
  let days: ReminderDays;
  let officer: string;
  let approver: string;

  const startWorker = async () => desk.start('worker', { WORKER_PORT: String(await freePort()) });

  beforeAll(async () => {
    redis = backend === 'redis' ? await startRedis() : null;
    desk = await startWholeDesk(redis?.url ?? null);
    [officer = '', approver = ''] = desk.staff.map(({ email }) => email);
    days = new ReminderDays(desk);
    await days.begin(NAME);
    await Promise.all([startWorker(), startWorker()]);
    await days.live();
  }, MINUTES * 60_000);

  afterAll(async () => {
    await desk.stop();
    await redis?.stop();
  });

  const isDigest = (mail: RecordedMail): boolean => days.letterOf(mail) === 'digest';

  const remindersTo = (mails: readonly RecordedMail[], address: string): string[] =>
    to(mails, address)
      .filter((mail) => !isDigest(mail))
      .map((mail) => {
        const reasons = Object.keys(REASONS).filter((reason) => REASONS[reason]?.test(textOf(mail)));
        return `${days.nameIn(mail)}: ${reasons.join('+')}`;
      });

  it('reach the officer on the day, with the reason, and stop when the reason is gone', () => {
    expect(days.byDay((mails) => remindersTo(mails, officer))).toEqual(REMINDERS);
  });

  it('reach the approver in Swedish, but not about what the officer has, until it is late', () => {
    const names = (lines: readonly string[]) => lines.map((line) => line.split(':')[0] ?? '');
    const others = Object.entries(REMINDERS).map(
      ([day, lines]) =>
        [day, names(lines.filter((line) => !line.startsWith('plain') || /overdue/.test(line)))] as const,
    );
    expect(days.byDay((mails) => names(remindersTo(mails, approver)))).toEqual(
      Object.fromEntries(others.filter(([, lines]) => lines.length > 0)),
    );
    const swedish = /^(Begäran .* väntar|Så här står det till)/;
    expect(to([...days.mails.values()].flat(), approver).filter((mail) => !swedish.test(textOf(mail)))).toEqual([]);
  });

  it('tell the administrator only of what is late', () => {
    const late = (mail: RecordedMail) => `${days.nameIn(mail)} ${/working days? late/.test(textOf(mail))}`;
    expect(days.byDay((mails) => to(mails, ADMINISTRATOR).map(late))).toEqual({
      '2026-12-10': ['plain true'],
      '2026-12-11': ['plain true'],
    });
  });

  it('ask the person again on day 7 and 14, with a link of its own, until they answered or called it off', () => {
    const asks = (mail: RecordedMail) => /challenge|question|identity-request/.test(days.letterOf(mail));
    expect(
      days.byDay((mails) => mails.filter(asks).map((mail) => `${days.nameIn(mail)}: ${days.letterOf(mail)}`)),
    ).toEqual(QUESTIONS);
    const challenges = [...days.mails.values()].flat().filter((mail) => days.letterOf(mail).startsWith('challenge'));
    expect(new Set(challenges.map((mail) => linkIn(mail, '/verify/'))).size).toBe(3);
  });

  it('give each officer one digest on a working day that has something to tell, and none on a weekend', () => {
    const digests = days.byDay((mails) => to(mails, officer).filter(isDigest).map(textOf));
    const told = (day: string) => digests[day]?.[0]?.replaceAll('\r\n', '\n') ?? '';
    expect(Object.values(digests).filter(({ length }) => length > 1)).toEqual([]);
    expect(Object.keys(digests).filter((day) => Temporal.PlainDate.from(day).dayOfWeek > 5)).toEqual([]);
    const plain = [...days.references].find(([, name]) => name === 'plain')?.[0];
    expect(told('2026-11-09')).toContain('5 uutta pyyntöä');
    expect(told('2026-12-02')).toContain(`1 vastaus on annettava viikon sisällä\n\n- ${plain} <`);
    expect(told('2026-12-10')).toContain(`1 vastaus on myöhässä\n\n- ${plain} <`);
  });

  it('go out once each, and hold nobody’s name, address or words', () => {
    expect([...desk.smtp.counts()].filter(([, times]) => times !== 1)).toEqual([]);
    const staff = [officer, approver, ADMINISTRATOR];
    const inside = [...days.mails.values()].flat().filter((mail) => mail.to.some((address) => staff.includes(address)));
    const marks = [NAME, ...NAME.split(' '), ...desk.people.flatMap(({ email }) => email ?? [])];
    const subjectOf = ({ raw }: RecordedMail) => /^subject: (.*(?:\r?\n\s.*)*)/im.exec(raw)?.[1] ?? '';
    const read = inside.map((mail) => `${subjectOf(mail)}\n${textOf(mail)}`).join('\n');
    expect(inside.length).toBeGreaterThan(40);
    expect(marks.filter((mark) => read.includes(mark))).toEqual([]);
    const links = inside.filter((mail) => !isDigest(mail)).map((mail) => linkIn(mail, '/requests/'));
    expect(links.filter((link) => !link.startsWith(desk.consoleUrl))).toEqual([]);
  });

  it('that somebody deleted are planned again by the next worker that looks, which tells everyone', async () => {
    await days.goTo('2026-12-14', '06:00');
    await days.deleteReminders('plain');
    const before = desk.smtp.journal().length;
    await startWorker();
    const alarm = await eventually('the alarm', async () => {
      await days.quiet();
      const mails = to(desk.smtp.journal(), ADMINISTRATOR);
      return mails.find((mail) => days.letterOf(mail) === 'missing-reminders');
    });
    expect(days.nameIn(alarm)).toBe('plain');
    await days.goTo('2026-12-14', '08:05');
    await days.quiet();
    expect(remindersTo(desk.smtp.journal().slice(before), officer)).toContain('plain: overdue');
  }, 90_000);

  it('leave the secret address of a calendar feed out of every log', async () => {
    const token = newToken();
    await desk.database.query(
      `insert into calendar_feed (user_id, token_hash, created_at) select id, $1, now() from staff_user where role = 'officer'`,
      [tokenHash(token)],
    );
    const api = await desk.start('api', { LOG_LEVEL: 'trace' });
    const answer = await fetch(`${desk.consoleUrl}/calendar/${token}.ics`);
    expect(await answer.text()).toContain('BEGIN:VEVENT');
    expect((await fetch(`${desk.consoleUrl}/calendar/${newToken()}.ics`)).status).toBe(404);
    await eventually('the log', () => (api.output().includes('/calendar/:token.ics') ? true : undefined));
    expect(api.output()).not.toContain(token);
  });
});

describe('a worker that is killed while it reminds', () => {
  let desk: WholeDesk;
  let days: ReminderDays;

  beforeAll(async () => {
    desk = await startWholeDesk(null);
    days = new ReminderDays(desk);
    await days.begin(NAME);
  }, MINUTES * 60_000);

  afterAll(() => desk.stop());

  const isGone = (pid: number): true | undefined => {
    try {
      process.kill(pid, 0);
      return undefined;
    } catch {
      return true;
    }
  };

  it.each(CRASHES)(
    'on %s at %s has sent nothing twice, and what it left undone is done',
    async (day, crashAt) => {
      const before = desk.smtp.journal().length;
      await days.goTo(day, '08:05');
      const killed = await desk.start('worker', { ARTIKLA_CRASH_AT: crashAt });
      await eventually(`a death at ${crashAt}`, () => isGone(killed.pid));
      const worker = await desk.start('worker');
      await days.quiet();
      await worker.stop();
      const mails = to(desk.smtp.journal().slice(before), desk.staff[0]?.email ?? '');
      expect([...desk.smtp.counts()].filter(([, times]) => times !== 1)).toEqual([]);
      expect(mails.filter((mail) => days.letterOf(mail) === 'digest')).toHaveLength(1);
      const reminded = mails.filter((mail) => days.letterOf(mail) === 'reminder' && days.nameIn(mail) === 'plain');
      expect(reminded).toHaveLength(1);
    },
    120_000,
  );
});
