import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AINO, BJORN, CONFORMANCE_PEOPLE, SHARING, TODAY, type ConformancePerson } from './conformance-people.js';
import type { CollectedRegister, Connector, ErasurePlan } from './connector.js';
import { LANGUAGES } from '#domain/language';
import type { ClaimedIdentifier, ProvenIdentifier } from './identifier.js';

/** A real system of the kind under test, holding the people of the suite and nothing else. */
export interface ConformanceSystem {
  /** A register that can do everything. */
  readonly connector: Connector;
  /** All that the system holds, as text, read by another way than the connector. */
  dump(): Promise<string>;
  addNote(person: ConformancePerson, text: string): Promise<void>;
  /** Cuts the connector off from the system. */
  disconnect(): Promise<void>;
  stop(): Promise<void>;
}

const claim = (kind: ClaimedIdentifier['kind'], value: string): ClaimedIdentifier => ({
  kind,
  value,
  status: 'claimed',
});

const onFile = ({ number }: ConformancePerson): ProvenIdentifier[] => [
  { kind: 'person', value: number, status: 'on_file' },
];

const rowsOf = (register: CollectedRegister) => register.collections.flatMap(({ rows }) => rows);

const textOf = (register: CollectedRegister): string =>
  JSON.stringify(register.collections) + register.files.map(({ bytes }) => new TextDecoder().decode(bytes)).join(' ');

/** Everything the suite stored about a person that no one else has. */
const marksOf = ({ notes, vouchers, file }: ConformancePerson): string[] => [
  ...notes,
  ...vouchers.map(({ text }) => text),
  file,
];

const keysOf = (plan: ErasurePlan): string[] =>
  plan.entries.flatMap(({ collection, keys }) => keys.map((key) => `${collection} ${key}`));

/** Declares what every connector must do, whatever the system behind it. `start` makes a fresh system for each test. */
export const describeConnector = (
  kind: string,
  start: (people: readonly ConformancePerson[]) => Promise<ConformanceSystem>,
): void => {
  describe(`the connector to ${kind}`, () => {
    let system: ConformanceSystem;
    let connector: Connector;

    beforeEach(async () => {
      system = await start(CONFORMANCE_PEOPLE);
      ({ connector } = system);
    });

    afterEach(async () => {
      await system.stop();
    });

    describe('locating', () => {
      it.each([
        [claim('email', ' aino.akerblom@EXAMPLE.com')],
        [claim('phone', '+358 48 000 0001')],
        [claim('customer_number', 'K-1001')],
      ])('finds one person by one claim, however it is spelt: %j', async (claimed) => {
        const candidates = await connector.locate([claimed]);
        expect(candidates).toMatchObject([{ id: AINO.number, matchedBy: [claimed.kind] }]);
      });

      it('tells an id, what matched, and the contacts with their age; nothing more', async () => {
        expect(await connector.locate([claim('email', AINO.email), claim('name', 'AKERBLOM AINO')])).toEqual([
          {
            id: AINO.number,
            matchedBy: ['email', 'name'],
            contacts: [
              { kind: 'email', value: AINO.email, onFileSince: '2026-11-10', firstRegistration: false, shared: false },
              {
                kind: 'phone',
                value: '+358480000001',
                onFileSince: '2018-03-01',
                firstRegistration: true,
                shared: false,
              },
            ],
          },
        ]);
      });

      it('finds nobody by a name alone', async () => {
        expect(await connector.locate([claim('name', AINO.name)])).toEqual([]);
      });

      it('returns several people rather than choosing, at most five, those with most matches first', async () => {
        const claimed = [claim('phone', '048 000 0003'), claim('email', 'veli.6@example.net')];
        const candidates = await connector.locate(claimed);
        expect(candidates).toHaveLength(5);
        expect(candidates[0]).toMatchObject({ id: 'K-2006', matchedBy: ['email', 'phone'] });
        expect(candidates[1]?.contacts[1]).toMatchObject({ value: '+358480000003', shared: true });
      });

      it.each([[''], ['%'], ['_%@example.com'], ['*'], ["' OR true --"]])(
        'passes over the claim %j instead of matching everybody',
        async (value) => {
          const claimed = (['email', 'phone', 'customer_number', 'name'] as const).map((each) => claim(each, value));
          expect(await connector.locate(claimed)).toEqual([]);
          expect(await connector.locate([...claimed, claim('email', BJORN.email)])).toHaveLength(1);
        },
      );
    });

    describe('collecting', () => {
      it('returns all that the system holds about the subject and nothing about anybody else', async () => {
        const text = textOf(await connector.collect(onFile(AINO)));
        for (const mark of marksOf(AINO)) expect(text).toContain(mark);
        for (const other of [BJORN, ...SHARING]) for (const mark of marksOf(other)) expect(text).not.toContain(mark);
      });

      it('returns data keyed to the contact that was proven when nothing else is', async () => {
        const text = textOf(await connector.collect([{ kind: 'email', value: BJORN.email, status: 'verified' }]));
        for (const mark of marksOf(BJORN)) expect(text).toContain(mark);
        expect(text).not.toContain(AINO.number);
      });

      it('echoes with each row by which of the subject’s identifiers it belongs', async () => {
        const rows = rowsOf(await connector.collect(onFile(AINO)));
        expect(rows.length).toBeGreaterThan(0);
        for (const { owner } of rows) expect(owner).toEqual({ kind: 'person', value: AINO.number });
      });

      it('labels every value in every language and names every file it returns', async () => {
        const { collections, files } = await connector.collect(onFile(AINO));
        for (const { fields, rows } of collections) {
          for (const { label } of fields) for (const language of LANGUAGES) expect(label[language]).not.toBe('');
          for (const row of rows) expect(Object.keys(row.values)).toEqual(fields.map(({ name }) => name));
        }
        const named = collections.flatMap(({ fields, rows }) => {
          const fileFields = fields.filter(({ type }) => type === 'file');
          return rows.flatMap((row) => fileFields.flatMap(({ name }) => row.values[name] ?? []));
        });
        expect(named).toEqual(files.map(({ name }) => name));
        expect(files).toMatchObject([{ mediaType: 'text/plain' }]);
      });

      it('answers with empty collections when there is nothing', async () => {
        const nobody = [{ kind: 'person', value: 'K-9999', status: 'on_file' }] as const;
        const register = await connector.collect(nobody);
        expect(register.collections.length).toBeGreaterThan(0);
        expect(rowsOf(register)).toEqual([]);
        expect(register.files).toEqual([]);
      });

      it('stops when the identifier leads to more than one person', async () => {
        const shared = [{ kind: 'phone', value: '048 000 0003', status: 'verified' }] as const;
        await expect(connector.collect(shared)).rejects.toMatchObject({ code: 'ambiguous-subject', retry: false });
      });

      it.each([
        ['no identifier', []],
        ['an empty one', [{ kind: 'person', value: ' ', status: 'on_file' }]],
        ['a short one', [{ kind: 'person', value: 'K', status: 'on_file' }]],
        ['a pattern', [{ kind: 'email', value: '%@example.com', status: 'verified' }]],
        ['half a phone number', [{ kind: 'phone', value: '048', status: 'verified' }]],
        ['a weak one beside a good one', [...onFile(AINO), { kind: 'phone', value: '*', status: 'on_file' }]],
      ] as [string, ProvenIdentifier[]][])('does not start with %s', async (_what, subject) => {
        const tooWeak = { code: 'identifier-too-weak', retry: false };
        await expect(connector.collect(subject)).rejects.toMatchObject(tooWeak);
        await expect(connector.planErasure(subject, TODAY)).rejects.toMatchObject(tooWeak);
      });
    });

    describe('erasing', () => {
      it('plans every row of the subject, names the law and the day for what stays, and changes nothing', async () => {
        const before = await system.dump();
        const plan = await connector.planErasure(onFile(AINO), TODAY);
        expect(await system.dump()).toBe(before);
        expect(keysOf(plan)).toHaveLength(rowsOf(await connector.collect(onFile(AINO))).length);
        const kept = plan.entries.filter(({ action }) => action === 'keep');
        expect(kept).toMatchObject([{ retention: { rule: 'accounting_voucher', until: '2026-12-31' } }]);
      });

      it('removes what the plan says, keeps what the law keeps, and leaves everybody else alone', async () => {
        const plan = await connector.planErasure(onFile(AINO), TODAY);
        await connector.erase(onFile(AINO), plan);
        const after = await system.dump();
        for (const gone of [...AINO.notes, AINO.file, 'voucher-aino-old', AINO.email, AINO.name])
          expect(after).not.toContain(gone);
        expect(after).toContain('voucher-aino-kept');
        for (const other of [BJORN, ...SHARING]) for (const mark of marksOf(other)) expect(after).toContain(mark);
      });

      it('keeps vouchers until the last day and lets them go on the next', async () => {
        const until = (today: string) => connector.planErasure(onFile(AINO), today);
        expect((await until('2026-12-31')).entries.some(({ action }) => action === 'keep')).toBe(true);
        expect((await until('2027-01-01')).entries.map(({ action }) => action)).not.toContain('keep');
      });

      it('counts what it did, and does nothing the second time', async () => {
        const plan = await connector.planErasure(onFile(AINO), TODAY);
        const first = await connector.erase(onFile(AINO), plan);
        const after = await system.dump();
        const second = await connector.erase(onFile(AINO), plan);
        expect(await system.dump()).toBe(after);
        for (const entry of first.entries) expect(entry.changed).toBe(entry.action === 'keep' ? 0 : entry.planned);
        expect(second.entries).toEqual(first.entries.map((entry) => ({ ...entry, changed: 0 })));
      });

      it('erases once when it is told twice at the same time', async () => {
        const plan = await connector.planErasure(onFile(BJORN), TODAY);
        const runs = await Promise.allSettled([1, 2, 3].map(() => connector.erase(onFile(BJORN), plan)));
        const done = runs.flatMap((run) => (run.status === 'fulfilled' ? run.value.entries : []));
        const planned = plan.entries.flatMap(({ keys }) => keys).length;
        expect(done.reduce((sum, { changed }) => sum + changed, 0)).toBe(planned);
        const refused = runs.flatMap((run): unknown[] => (run.status === 'rejected' ? [run.reason] : []));
        for (const reason of refused) expect(reason).toMatchObject({ code: 'failed', retry: true });
      });

      it('does not touch rows that nobody has decided about', async () => {
        const plan = await connector.planErasure(onFile(AINO), TODAY);
        await system.addNote(AINO, 'note-aino-third');
        const before = await system.dump();
        await expect(connector.erase(onFile(AINO), plan)).rejects.toMatchObject({ code: 'plan-outdated' });
        expect(await system.dump()).toBe(before);
      });

      it('does not carry out a plan on somebody else', async () => {
        const plan = await connector.planErasure(onFile(AINO), TODAY);
        const before = await system.dump();
        await expect(connector.erase(onFile(BJORN), plan)).rejects.toMatchObject({ code: 'plan-outdated' });
        expect(await system.dump()).toBe(before);
      });

      it('does not carry out the plan of another register', async () => {
        const plan = { ...(await connector.planErasure(onFile(AINO), TODAY)), register: 'elsewhere' };
        await expect(connector.erase(onFile(AINO), plan)).rejects.toMatchObject({ code: 'plan-of-another-register' });
      });
    });

    describe('banning marketing', () => {
      it('takes a merely claimed contact and bans exactly that one', async () => {
        const claimedEmail = { kind: 'email', value: AINO.email, status: 'claimed' } as const;
        await connector.suppressMarketing([claimedEmail], TODAY);
        const { collections } = await connector.collect([
          ...onFile(AINO),
          { kind: 'email', value: AINO.email, status: 'verified' },
        ]);
        expect(JSON.stringify(collections)).toContain(TODAY);
        expect(JSON.stringify(await connector.collect(onFile(BJORN)))).not.toContain(TODAY);
      });

      it('keeps the day of the first ban', async () => {
        const contacts = [{ kind: 'phone', value: AINO.phone, status: 'claimed' }] as const;
        const first = await connector.suppressMarketing(contacts, TODAY);
        const after = await system.dump();
        expect(await connector.suppressMarketing(contacts, '2026-12-24')).toEqual(first);
        expect(await system.dump()).toBe(after);
      });

      it('says the same whether or not it knows the contact', async () => {
        const known = [{ kind: 'email', value: AINO.email, status: 'claimed' }] as const;
        const unknown = [{ kind: 'email', value: 'nobody@example.com', status: 'claimed' }] as const;
        expect(await connector.suppressMarketing(known, TODAY)).toEqual(
          await connector.suppressMarketing(unknown, TODAY),
        );
      });

      it('does not start with a pattern', async () => {
        const pattern = [{ kind: 'email', value: '%@example.com', status: 'claimed' }] as const;
        await expect(connector.suppressMarketing(pattern, TODAY)).rejects.toMatchObject({
          code: 'identifier-too-weak',
        });
      });
    });

    describe('when the system cannot be reached', () => {
      it('says so in its own words and names nobody', async () => {
        const plan = await connector.planErasure(onFile(AINO), TODAY);
        await system.disconnect();
        const subject: ProvenIdentifier[] = [...onFile(AINO), { kind: 'email', value: AINO.email, status: 'verified' }];
        const calls = [
          () => connector.check(),
          () => connector.locate([claim('email', AINO.email)]),
          () => connector.collect(subject),
          () => connector.planErasure(subject, TODAY),
          () => connector.erase(subject, plan),
          () => connector.suppressMarketing([{ kind: 'email', value: AINO.email, status: 'claimed' }], TODAY),
        ];
        for (const call of calls) {
          const error = await call().catch((reason: unknown) => reason);
          expect(error).toMatchObject({ name: 'ConnectorError', code: 'unavailable', retry: true });
          expect(error).not.toHaveProperty('cause');
          expect(String(error)).toBe(
            `ConnectorError: Register ${connector.register.id}: the system cannot be reached.`,
          );
        }
      });
    });
  });
};
