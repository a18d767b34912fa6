import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { requestPage, type RequestPage } from '#contracts/request-page';
import { CONSOLE_URL, openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';
import type { WorkingCalendar } from '#domain/clock/calendar';

/** The holidays of each policy; a test changes them as an update of the desk would. */
const NONE: Readonly<Record<string, readonly string[]>> = { strict: [], generous: [] };
let holidays = NONE;
const calendar = (country: string, policy: string): WorkingCalendar => ({
  version: [country, policy, ...(holidays[policy] ?? [])].join('/'),
  country,
  isPublicHoliday: (date) => (holidays[policy] ?? []).includes(date.toString()),
});

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk(CONSOLE_URL, { of: calendar, policiesOf: () => ['strict', 'generous'] });
});
afterAll(() => staff.close());
afterEach(() => {
  holidays = NONE;
});

/** A request that is due on Wednesday 2 December 2026. */
const due2December = () => register(staff, { receivedOn: '2026-11-02' });

/** Makes that day a holiday and counts the request anew, as the review after an update does. */
const closeOn2December = async (reference: string): Promise<void> => {
  holidays = { ...NONE, strict: ['2026-12-02'] };
  const [row] = await staff.desk.database.query<{ id: string }>('select id from subject_request where reference = $1', [
    reference,
  ]);
  await staff.desk.ledger.refresh(row?.id ?? '');
};

const withFinding = async (): Promise<RequestPage> => {
  const reference = await due2December();
  await closeOn2December(reference);
  return staff.officer.page(reference);
};

const settle = (choice: 'accept' | 'keep') => ({
  type: 'settleFinding',
  finding: 1,
  choice,
  words: 'Päätetty yhdessä.',
});

const permitOf = ({ permits }: RequestPage) => permits.find(({ command }) => command === 'settleFinding');

describe('a finding on the page of a request', () => {
  it('shows both dates with their reasons, and is what comes next', async () => {
    const page = await withFinding();
    expect(requestPage.parse(page)).toEqual(page);
    expect(page).toMatchObject({
      clock: { dueOn: '2026-12-02' },
      nextAction: { action: 'settle_finding', by: 'officer' },
      findings: [{ number: 1, state: 'open', changed: ['holidays'], raisedOn: '2026-11-23', settledBy: null }],
    });
    const [finding] = page.findings;
    expect([finding?.before.due, finding?.after.due]).toEqual(['2026-12-02', '2026-12-03']);
    expect(finding?.before.steps.at(-1)?.because).toBe('clock.because.same_date');
    expect(finding?.after.steps.at(-1)?.because).toBe('clock.because.roll');
  });

  it('is open to whoever handles requests, and to nobody who only reads', async () => {
    const { reference } = await withFinding();
    expect(permitOf(await staff.approver.page(reference))).toMatchObject({ open: true });
    expect(permitOf(await staff.auditor.page(reference))).toMatchObject({ open: false, reason: 'not-your-role' });
  });

  it.each([
    ['accept', '2026-12-03', 'accepted'],
    ['keep', '2026-12-02', 'kept'],
  ] as const)('settled by %s leaves the date at %s, with the reason in the ledger', async (choice, dueOn, state) => {
    const { reference } = await withFinding();
    const answer = await staff.officer.give(reference, settle(choice));
    expect(answer.status).toBe(200);
    const page = requestPage.parse(answer.body as unknown);
    expect(page).toMatchObject({ clock: { dueOn }, findings: [{ state, settledBy: `staff:${staff.officer.id}` }] });
    expect(page.timeline.at(-1)).toMatchObject({ type: 'findingSettled', note: 'Päätetty yhdessä.' });
    expect(page.nextAction.action).not.toBe('settle_finding');
  });

  it('is settled once', async () => {
    const { reference } = await withFinding();
    await staff.officer.give(reference, settle('keep'));
    const again = await staff.officer.give(reference, settle('accept'));
    expect(refusalOf(again)).toEqual({ status: 409, code: 'no-finding' });
  });

  it('stops what was given by somebody who had not seen it', async () => {
    const reference = await due2December();
    const { version } = await staff.officer.page(reference);
    await closeOn2December(reference);
    const late = await staff.officer
      .post(`/api/v1/requests/${reference}/commands`)
      .set('If-Match', String(version))
      .send({ type: 'startVerification' });
    expect(refusalOf(late)).toEqual({ status: 412, code: 'version-outdated' });
  });
});

describe('the ledger on the page of a request', () => {
  it('tells beside every entry that brought dates what they are and by what they were counted', async () => {
    const reference = await due2December();
    await staff.officer.give(reference, {
      type: 'extendDeadline',
      grounds: ['complexity'],
      words: 'Aineisto on laaja.',
    });
    const { timeline } = await staff.officer.page(reference);
    const counted = timeline.flatMap((entry) => (entry.counted === null ? [] : [entry.counted]));
    expect(counted).toMatchObject([
      { due: '2026-12-02', calendar: 'FI/strict', asOf: '2026-11-23' },
      { due: '2027-02-02', calendar: 'FI/strict', asOf: '2026-11-23' },
    ]);
    expect(timeline.some(({ data }) => 'computation' in data)).toBe(false);
  });
});

describe('another policy of holidays', () => {
  it('is told with the date that it would give', async () => {
    const reference = await due2December();
    holidays = { ...NONE, generous: ['2026-12-02'] };
    const { clock } = await staff.officer.page(reference);
    expect(clock).toMatchObject({ dueOn: '2026-12-02', otherPolicies: [{ policy: 'generous', due: '2026-12-03' }] });
  });

  it('is not told of where it gives the same date', async () => {
    const reference = await due2December();
    holidays = { ...NONE, generous: ['2026-12-03'] };
    expect((await staff.officer.page(reference)).clock.otherPolicies).toEqual([]);
  });
});
