import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { asDesk, register, toResponse } from '#test/support/staff-request';
import type { ReportPage } from '#contracts/reports';

const PERIOD = 'from=2026-09-01&to=2026-12-31';

let staff: StaffDesk;
let page: ReportPage;
let left: string;

const report = async (query = PERIOD): Promise<ReportPage> =>
  (await staff.auditor.get(`/api/v1/reports?${query}`)).body as ReportPage;

/** Moves a request to other days, as if it had come and gone then. */
const move = (reference: string, columns: string): Promise<object[]> =>
  staff.desk.database.query(`update subject_request set ${columns} where reference = $1`, [reference]);

const withdraw = (reference: string) => staff.officer.give(reference, { type: 'withdraw', words: 'Soitti.' });

beforeAll(async () => {
  staff = await openStaffDesk();
  // A marketing ban is answered by itself; its mail is its answer.
  const banned = await register(staff, { rights: ['direct_marketing'], channel: 'phone', receivedOn: '2026-11-23' });
  const tasks = (await staff.officer.page(banned)).rights.flatMap(({ tasks: all }) => all);
  for (const { id } of tasks) {
    await asDesk(staff, banned, { type: 'recordTask', task: id, result: 'done', rows: 1, files: 0 });
  }
  await asDesk(staff, banned, { type: 'recordAnswer', right: 'direct_marketing', by: 'mail' });

  const late = await register(staff, { rights: ['direct_marketing'], receivedOn: '2026-10-25' });
  const lateTasks = (await staff.officer.page(late)).rights.flatMap(({ tasks: all }) => all);
  for (const { id } of lateTasks) {
    await asDesk(staff, late, { type: 'recordTask', task: id, result: 'done', rows: 1, files: 0 });
  }
  await asDesk(staff, late, { type: 'recordAnswer', right: 'direct_marketing', by: 'mail' });
  await move(late, `due_on = '2026-11-20'`);

  const overdue = await register(staff, { rights: ['access', 'erasure'], receivedOn: '2026-10-20' });
  await staff.officer.give(overdue, { type: 'explainDelay', reason: 'workload', words: '' });
  await staff.approver.give(overdue, { type: 'explainDelay', reason: 'register_late', words: 'Lokit puuttuivat.' });

  const paused = await register(staff, { receivedOn: '2026-11-16' });
  await staff.officer.give(paused, { type: 'requestClarification', words: 'Mitkä vuodet?' });

  const gone = await register(staff, { receivedOn: '2026-11-10' });
  await withdraw(gone);

  const open = await register(staff, { receivedOn: '2026-11-20' });
  await toResponse(staff, open);

  left = await register(staff, { receivedOn: '2026-08-31', words: 'Kirje kulki kauan.' });
  page = await report();
});
afterAll(() => staff.close());

describe('the report', () => {
  it('counts each request once by its last day: on time, late, overdue, open, or ended without an answer', () => {
    const { onTime, late, overdue, open, ended } = page.punctuality;
    // The one from August has been due since September; the paused one has no last day.
    expect({ onTime, late, overdue, open, ended }).toEqual({ onTime: 1, late: 1, overdue: 2, open: 1, ended: 1 });
    expect(page.punctuality).toMatchObject({ onTimeShare: 25, achievableShare: 40 });
    const months = page.punctualityByMonth;
    expect(months.map(({ month }) => month)).toEqual(['2026-09', '2026-11', '2026-12']);
    expect(months.reduce((sum, month) => sum + month.overdue, 0)).toBe(2);
  });

  it('counts receipts by month, by right and by channel, and nothing from outside the period', () => {
    expect(page.received.total).toBe(6);
    expect(page.received.byMonth).toEqual([
      { month: '2026-10', requests: 2 },
      { month: '2026-11', requests: 4 },
    ]);
    expect(page.received.byRight).toContainEqual({ month: '2026-10', right: 'erasure', requests: 1 });
    expect(page.received.byChannel).toContainEqual({ month: '2026-11', channel: 'phone', requests: 1 });
    expect(left).not.toBe('');
  });

  it('tells the days to the answer, and those of paused and extended requests apart', () => {
    expect(page.times).toEqual([
      { group: 'all', answered: 2, median: 0, p90: 29, onTimeShare: 50 },
      { group: 'neither', answered: 2, median: 0, p90: 29, onTimeShare: 50 },
      { group: 'paused', answered: 0, median: null, p90: null, onTimeShare: null },
      { group: 'extended', answered: 0, median: null, p90: null, onTimeShare: null },
    ]);
    expect(page.histogram.filter(({ onTime, late }) => onTime + late > 0)).toEqual([
      { fromDay: 0, onTime: 1, late: 0 },
      { fromDay: 20, onTime: 0, late: 1 },
    ]);
  });

  it('tells outcomes by right', () => {
    expect(page.outcomes).toEqual([{ right: 'direct_marketing', outcome: 'granted', requests: 2 }]);
  });

  it('tells by right how sure the desk was of whom it answered, and nothing of what it did not answer', () => {
    expect(page.identity).toEqual([{ right: 'direct_marketing', level: 'V0', requests: 2 }]);
  });

  it('is held against the goal that the organisation has set, and against none before', async () => {
    expect(page.goal).toBeNull();
    await staff.desk.database.query(`update controller set profile = profile || '{"onTimeGoal": 98}'`);
    expect((await report()).goal).toBe(98);
  });

  it('takes the latest recorded reason of each late request, and where none is recorded the step it had come to', () => {
    expect(page.delays).toContainEqual({ reason: 'register_late', step: 'intake', requests: 1 });
    expect(page.delays.reduce((sum, { requests }) => sum + requests, 0)).toBe(3);
    expect(page.delays.some(({ reason }) => reason === 'workload')).toBe(false);
  });

  it('looks ahead from today, whatever the period', async () => {
    const other = await report('from=2020-01-01&to=2020-12-31');
    expect(other.punctuality).toMatchObject({ onTime: 0, onTimeShare: null, achievableShare: null });
    expect(other.forecast).toEqual(page.forecast);
    expect(page.now).toMatchObject({ open: 4, paused: 1, overdue: 2 });
    expect(page.forecast).toMatchObject({ overdue: 2, perWeek: 0.3 });
    expect(page.forecast.weeks[4]).toMatchObject({ from: '2026-12-21', due: 1 });
  });

  it('is refused for a period that ends before it begins, and for one of more than five years', async () => {
    for (const query of [
      'from=2026-02-01&to=2026-01-01',
      'from=2020-01-01&to=2026-01-01',
      'from=today&to=2026-01-01',
    ]) {
      expect(refusalOf(await staff.officer.get(`/api/v1/reports?${query}`))).toEqual({
        status: 400,
        code: 'invalid-input',
      });
    }
  });
});

describe('the reason for a late answer', () => {
  it('is recorded only where the last day has passed', async () => {
    const reference = await register(staff);
    const answer = await staff.officer.give(reference, { type: 'explainDelay', reason: 'workload', words: '' });
    expect(refusalOf(answer)).toEqual({ status: 409, code: 'not-late' });
  });
});

describe('the columns that reports count by', () => {
  it('follow from the summary of a request by themselves', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-23' });
    await staff.officer.give(reference, {
      type: 'extendDeadline',
      grounds: ['complexity'],
      words: 'Paljon tallenteita.',
    });
    const read = () =>
      staff.desk.database.query(
        'select answered, was_extended, was_paused, endings from subject_request where reference = $1',
        [reference],
      );
    expect(await read()).toEqual([{ answered: false, was_extended: true, was_paused: false, endings: [null] }]);
    await staff.officer.give(reference, { type: 'requestIdentity', words: 'Uusi osoite.', wanted: 'Laskun numero.' });
    await withdraw(reference);
    expect(await read()).toEqual([{ answered: false, was_extended: true, was_paused: true, endings: ['withdrawn'] }]);
  });

  const columns = async (reference: string) => {
    const [row] = await staff.desk.database.query<{ identity: string; stage_in_time: string; stage: string }>(
      'select identity, stage_in_time, stage from subject_request where reference = $1',
      [reference],
    );
    return row;
  };

  it('hold the strongest proof of identity', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-23' });
    expect(await columns(reference)).toMatchObject({ identity: 'V0' });
    await toResponse(staff, reference);
    expect(await columns(reference)).toMatchObject({ identity: 'V5' });
  });

  it('keep the stage of the last day, whatever happens after it', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-23' });
    await toResponse(staff, reference);
    const inTime = (await columns(reference))?.stage_in_time;
    expect(inTime).not.toBe('intake');
    await staff.desk.time.advance(Temporal.Duration.from('P40D'));
    await withdraw(reference);
    expect(await columns(reference)).toMatchObject({ stage: 'closed', stage_in_time: inTime });
  });

  it('take the stage that was left, where a process of the version before wrote none', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-23' });
    await toResponse(staff, reference);
    const { stage } = (await columns(reference)) ?? {};
    await move(reference, 'stage_in_time = null');
    await staff.desk.time.advance(Temporal.Duration.from('P40D'));
    await withdraw(reference);
    expect(await columns(reference)).toMatchObject({ stage: 'closed', stage_in_time: stage });
  });
});
