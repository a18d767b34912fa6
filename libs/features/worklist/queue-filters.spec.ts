import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queuePage, type QueuePage } from '#contracts/queue';
import { openStaffDesk, refusalOf, TODAY, type Staff, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';

let staff: StaffDesk;
/** What each request of the desk is about, by reference. */
const about = new Map<string, string>();
const references = new Map<string, string>();

beforeAll(async () => {
  staff = await openStaffDesk();
  const file = async (name: string, daysAgo: number, changes: Parameters<typeof register>[1] = {}) => {
    const reference = await register(staff, { receivedOn: TODAY.subtract({ days: daysAgo }).toString(), ...changes });
    about.set(reference, name);
    references.set(name, reference);
    return reference;
  };
  await file('swedish', 2, { language: 'sv', name: 'Åke Påhittad', email: 'ake@example.net', phone: null });
  await file('erasure', 9, { rights: ['erasure'], name: 'Aino Testi-Virtanen', email: '', phone: '040 765 4321' });
  const paused = await file('paused', 5, { channel: 'phone', name: 'Kerttu Keksitty' });
  await staff.officer.give(paused, { type: 'requestIdentity', words: 'Miksi', wanted: 'Mitä' });
  const given = await file('given', 1, { name: 'Testa Testsson' });
  await staff.officer.give(given, { type: 'assign', assignee: staff.approver.id });
  const mine = await file('mine', 0, { name: 'Olli Olematon', rights: ['access', 'portability'] });
  await staff.officer.give(mine, { type: 'assign', assignee: staff.officer.id });
});
afterAll(() => staff.close());

const names = ({ rows }: QueuePage) => rows.map(({ reference }) => about.get(reference) ?? '').toSorted();

const filtered = async (query: string): Promise<QueuePage> => {
  const answer = await staff.officer.get(`/api/v1/requests?${query}`);
  expect(answer.status).toBe(200);
  return queuePage.parse(answer.body);
};

const day = (ago: number): string => TODAY.subtract({ days: ago }).toString();

describe('a filter in the address', () => {
  it.each([
    ['right=erasure', ['erasure']],
    ['right=erasure,portability', ['erasure', 'mine']],
    ['language=sv', ['swedish']],
    ['channel=phone', ['paused']],
    ['handler=me', ['mine']],
    ['handler=none', ['erasure', 'paused', 'swedish']],
    ['handler=me,none', ['erasure', 'mine', 'paused', 'swedish']],
    [`receivedFrom=${day(2)}&receivedTo=${day(1)}`, ['given', 'swedish']],
    [`receivedTo=${day(9)}`, ['erasure']],
    ['paused=yes', ['paused']],
    ['paused=no&language=fi', ['erasure', 'given', 'mine']],
    ['stage=response', []],
    ['stage=intake,verification,fulfilment', ['erasure', 'given', 'mine', 'paused', 'swedish']],
    ['dueFrom=2026-12-20', ['given', 'mine', 'swedish']],
    ['dueTo=2026-12-20', ['erasure']],
    [`receivedFrom=${day(2)}&sort=due`, ['given', 'mine', 'swedish']],
    ['dueTo=2026-12-20&sort=-received', ['erasure']],
    ['view=mine&right=erasure', []],
  ])('%s leaves what passes it, and counts that', async (query, left) => {
    const page = await filtered(query);
    expect(names(page)).toEqual(left);
    expect(page.total).toBe(left.length);
  });

  it('for a colleague is by their id', async () => {
    expect(names(await filtered(`handler=${staff.approver.id}`))).toEqual(['given']);
  });

  it.each(['right=nonsense', 'right=', 'handler=x', 'dueFrom=tomorrow', 'paused=maybe', 'text=Aino', 'sort=name'])(
    '%s is refused, without saying it again',
    async (query) => {
      const answer = await staff.officer.get(`/api/v1/requests?${query}`);
      expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
      expect(answer.text).not.toContain('Aino');
    },
  );

  it.each([
    ['-received', ['mine', 'given', 'swedish', 'paused', 'erasure']],
    ['received', ['erasure', 'paused', 'swedish', 'given', 'mine']],
    ['-due', ['mine', 'given', 'swedish', 'erasure', 'paused']],
  ])('sort=%s goes the way it says, what has no date last', async (sort, order) => {
    const { rows } = await filtered(`sort=${sort}`);
    expect(rows.map(({ reference }) => about.get(reference))).toEqual(order);
  });
});

describe('searching', () => {
  const search = async (text: string, others: object = {}, reader: Pick<Staff, 'post'> = staff.officer) => {
    const answer = await reader.post('/api/v1/requests/search', { text, ...others });
    expect(answer.status).toBe(200);
    return names(queuePage.parse(answer.body));
  };
  const referenceOf = (name: string): string => references.get(name) ?? '';

  it.each([
    ['whole', (reference: string) => reference],
    ['in small letters with spaces', (reference: string) => ` ${reference.toLowerCase().replaceAll('-', ' ')} `],
    ['by its first half', (reference: string) => reference.slice(0, 5)],
    ['by its second half', (reference: string) => reference.slice(6)],
    ['by its last four', (reference: string) => reference.slice(-4)],
    ['read out loud, o for 0', (reference: string) => reference.replaceAll('0', 'o').replaceAll('1', 'l')],
  ])('finds a reference %s', async (_, typed) => {
    expect(await search(typed(referenceOf('paused')))).toContain('paused');
    expect(await search(typed(referenceOf('paused')))).not.toContain('mine');
  });

  it.each([
    ['aino', ['erasure']],
    ['VIRTANEN', ['erasure']],
    ['virtanen aino', ['erasure']],
    ['ake', ['swedish']],
    ['Påhittad', ['swedish']],
    ['Virta', []],
    ['Aino Påhittad', []],
    ['AKE@example.net ', ['swedish']],
    ['ake@example.org', []],
    ['+358 40 765 4321', ['erasure']],
    ['0407654321', ['erasure']],
  ])('for “%s” finds %j', async (text, found) => {
    expect(await search(text)).toEqual(found);
  });

  it('stays within the view and its filters', async () => {
    expect(await search('Kerttu', { view: 'paused' })).toEqual(['paused']);
    expect(await search('Kerttu', { view: 'overdue' })).toEqual([]);
    expect(await search('Kerttu', { channel: 'letter' })).toEqual([]);
  });

  it('tells an administrator no person, by references only', async () => {
    expect(await search('Kerttu', {}, staff.administrator)).toEqual([]);
    expect(await search('+358 40 765 4321', {}, staff.administrator)).toEqual([]);
    expect(await search('ake@example.net', {}, staff.administrator)).toEqual([]);
    expect(await search(referenceOf('paused'), {}, staff.administrator)).toEqual(['paused']);
  });

  it.each(['', '   '])('for “%s” is refused: there is nothing to look for', async (text) => {
    const answer = await staff.officer.post('/api/v1/requests/search', { text });
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
  });

  it.each(['%', '\\', "'", '_____'])('for “%s” finds nothing and breaks nothing', async (text) => {
    expect(await search(text)).toEqual([]);
  });
});
