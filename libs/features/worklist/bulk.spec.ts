import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueuePage } from '#contracts/queue';
import type { BulkAction, BulkResult, BulkResults, Chosen, QueueSelection } from '#contracts/queue-bulk';
import { openStaffDesk, refusalOf, type Staff, type StaffDesk } from '#test/support/staff';
import { asDesk, register } from '#test/support/staff-request';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const BULK = '/api/v1/queue/bulk';

const run = async (action: BulkAction, chosen: readonly Chosen[], giver: Pick<Staff, 'post'> = staff.officer) => {
  const answer = await giver.post(BULK, { action, chosen });
  expect(answer.status).toBe(200);
  return (answer.body as BulkResults).results;
};

const choose = async (...references: readonly string[]): Promise<Chosen[]> =>
  Promise.all(
    references.map(async (reference) => ({ reference, version: (await staff.officer.page(reference)).version })),
  );

const summary = (results: readonly BulkResult[]) =>
  results.map(({ result, code }) => (code === null ? result : `${result} ${code}`));

describe('assigning many', () => {
  it('gives each to whom it should go, and tells who had it, so that it can be given back', async () => {
    const [one, two] = [await register(staff), await register(staff)];
    await staff.officer.give(two, { type: 'assign', assignee: staff.officer.id });
    const results = await run({ type: 'assign', assignee: staff.approver.id }, await choose(one, two));
    expect(results.map(({ reference, result, assigneeBefore }) => [reference, result, assigneeBefore])).toEqual([
      [one, 'done', null],
      [two, 'done', staff.officer.id],
    ]);
    const back = await run(
      { type: 'assign', assignee: staff.officer.id },
      results
        .filter(({ reference }) => reference === two)
        .map(({ reference, version }) => ({ reference, version: version ?? 0 })),
    );
    expect(summary(back)).toEqual(['done']);
    expect((await staff.officer.page(two)).assignee?.id).toBe(staff.officer.id);
    expect((await staff.officer.page(one)).assignee?.id).toBe(staff.approver.id);
  });

  it('twice changes nothing the second time', async () => {
    const chosen = await choose(await register(staff));
    const action = { type: 'assign', assignee: staff.officer.id } as const;
    expect(summary(await run(action, chosen))).toEqual(['done']);
    expect(summary(await run(action, chosen))).toEqual(['unchanged']);
  });

  it('leaves what the giver gave to somebody else meanwhile', async () => {
    const chosen = await choose(await register(staff));
    await staff.officer.give(chosen[0]?.reference ?? '', { type: 'assign', assignee: staff.approver.id });
    expect(summary(await run({ type: 'assign', assignee: staff.officer.id }, chosen))).toEqual(['outdated']);
  });

  it('does the others when one cannot be read', async () => {
    const [broken, whole] = [await register(staff), await register(staff)];
    const chosen = await choose(broken, whole);
    const turnKeyRound = () =>
      staff.desk.database.query(
        `update request_key set wrapped = reverse(wrapped)
         where request_id = (select id from subject_request where reference = $1)`,
        [broken],
      );
    await turnKeyRound();
    const results = await run({ type: 'assign', assignee: staff.officer.id }, chosen);
    await turnKeyRound();
    expect(summary(results)).toEqual(['refused unexpected', 'done']);
  });

  it('to somebody who handles none is refused for each, without a fault', async () => {
    const chosen = await choose(await register(staff));
    expect(summary(await run({ type: 'assign', assignee: staff.auditor.id }, chosen))).toEqual([
      'refused invalid-input',
    ]);
  });

  it('leaves what a colleague changed meanwhile, and does the others', async () => {
    const [one, two] = [await register(staff), await register(staff)];
    const chosen = await choose(one, two);
    await staff.approver.give(one, { type: 'addNote', words: 'Ehdin ensin.' });
    const results = await run({ type: 'assign', assignee: staff.officer.id }, chosen);
    expect(summary(results)).toEqual(['outdated', 'done']);
  });
});

describe('other actions on many', () => {
  const waiting = async () => {
    const reference = await register(staff);
    await staff.officer.give(reference, { type: 'requestIdentity', words: 'Miksi', wanted: 'Mitä' });
    return reference;
  };

  it('say of each why it was refused', async () => {
    const [asked, nothing] = [await waiting(), await register(staff)];
    await staff.desk.time.advance(Temporal.Duration.from('P1D'));
    const unknown = { reference: '00000-00000', version: 1 };
    const results = await run({ type: 'chase' }, [...(await choose(asked, nothing)), unknown]);
    expect(summary(results)).toEqual(['done', 'refused nothing-asked', 'refused not-found']);
    const letters = await staff.desk.database.query(
      `select from effect where kind = 'send-letter' and data like '%question-reminder%' and due_at <= artikla.now()`,
    );
    expect(letters).toHaveLength(1);
  });

  it('send no letter twice when the call is repeated', async () => {
    const chosen = await choose(await waiting());
    await staff.desk.time.advance(Temporal.Duration.from('P1D'));
    expect(summary(await run({ type: 'chase' }, chosen))).toEqual(['done']);
    expect(summary(await run({ type: 'chase' }, chosen))).toEqual(['unchanged']);
    const { timeline } = await staff.officer.page(chosen[0]?.reference ?? '');
    expect(timeline.filter(({ type }) => type === 'personChased')).toHaveLength(1);
  });

  it('record a receipt that was confirmed by letter, with how', async () => {
    const reference = await register(staff, { email: null });
    const action = { type: 'confirmReceipt', words: 'Kirje 23.11.' } as const;
    expect(summary(await run(action, await choose(reference)))).toEqual(['done']);
    expect((await staff.officer.page(reference)).timeline.at(-1)).toMatchObject({ note: 'Kirje 23.11.' });
    expect(summary(await run(action, await choose(reference)))).toEqual(['refused already-acknowledged']);
  });

  it('close spam and nothing that somebody stands behind', async () => {
    const [spam, letter, known] = [
      await register(staff, { channel: 'email', name: 'Voita Nyt' }),
      await register(staff),
      await register(staff, { channel: 'email' }),
    ];
    await asDesk(
      staff,
      known,
      { type: 'recordLocation', location: 'one', candidates: 1, reachable: true },
      { candidates: [], chosen: null },
    );
    const results = await run({ type: 'markSpam', words: 'Mainos.' }, await choose(spam, letter, known));
    expect(summary(results)).toEqual(['done', 'refused looks-genuine', 'refused looks-genuine']);
    expect((await staff.officer.page(spam)).stage).toBe('closed');
  });

  it.each(['decideRight', 'withdraw', 'approveRight'])('never are %s', async (type) => {
    const chosen = await choose(await register(staff));
    const answer = await staff.officer.post(BULK, { action: { type, words: 'x', right: 'access' }, chosen });
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
  });
});

describe('choosing all that is listed', () => {
  it('names the rows of the filters with their versions, in their order', async () => {
    const reference = await register(staff, { language: 'sv', name: 'Ainutlaatuinen Nimi' });
    const { version } = await staff.officer.page(reference);
    const choice = { language: 'sv', text: 'ainutlaatuinen' };
    const answer = await staff.officer.post('/api/v1/queue/selection', choice);
    expect(answer.body as QueueSelection).toEqual({ chosen: [{ reference, version }], more: false });
  });
});

describe('taking the list as a file', () => {
  const take = (choice: object, reader: Pick<Staff, 'post'> = staff.officer) =>
    reader.post('/api/v1/queue/export', choice).buffer(true);

  it('has the rows of the filters and no others, in the reader’s language, without contacts', async () => {
    await register(staff, { rights: ['portability'], name: '=HYPERLINK("http://example.com"), Testi' });
    const { text, headers, status } = await take({ right: 'portability' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const { today } = (await staff.officer.get('/api/v1/requests')).body as QueuePage;
    expect(headers['content-disposition']).toBe(`attachment; filename=requests-${today}.csv`);
    const [heading, ...rows] = text.replace('\u{FEFF}', '').trimEnd().split('\r\n');
    expect(text.startsWith('\u{FEFF}')).toBe(true);
    expect(heading).toMatch(/^Reference,Requester,Rights,/);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(`"'=HYPERLINK(""http://example.com""), Testi",Portability`);
    expect(text).not.toContain('example.org');
  });

  it('can be of chosen rows only', async () => {
    const [one] = [await register(staff), await register(staff)];
    const { text } = await take({ references: [one] });
    expect(
      text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual([one]);
  });

  it('has every row once, however many there are', async () => {
    const many = await openStaffDesk();
    try {
      await many.desk.database.query(
        `insert into subject_request (id, controller_id, reference, version, stage, rights, channel, language,
           received_on, received_at, due_on, next_action, next_action_by, next_action_on, frozen, tasks_done,
           tasks_total, summary, secret_hash)
         select uuidv7(), (select id from controller), 'R' || n, 1, 'fulfilment', '{access}', 'letter', 'fi',
           date '2026-11-01', now(), case when n % 3 > 0 then date '2026-12-01' end, 'decide', 'officer',
           date '2026-11-20' + n % 3, false, 0, 1, '{"rights":[],"steps":[]}', '\\x00'
         from generate_series(1, 1203) n`,
      );
      const { text } = await many.officer.post('/api/v1/queue/export', { sort: 'due' }).buffer(true);
      const references = text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]);
      expect(references).toHaveLength(1203);
      expect(new Set(references).size).toBe(1203);
      const exports = await many.desk.database.query('select exported_by, query, searched, rows from queue_export');
      expect(exports).toEqual([
        { exported_by: many.officer.id, query: 'view=all_open&sort=due', searched: false, rows: 1203 },
      ]);
    } finally {
      await many.close();
    }
  });

  it('leaves no word of what was looked for in the record of who took it', async () => {
    await take({ text: 'Ainutlaatuinen' });
    const rows = await staff.desk.database.query('select row_to_json(queue_export)::text as row from queue_export');
    expect(JSON.stringify(rows)).not.toContain('inutlaatui');
    expect(JSON.stringify(rows)).toContain('searched\\":true');
  });
});
