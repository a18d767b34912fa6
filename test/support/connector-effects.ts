import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Connector } from '#connectors/connector';
import { AINO, BJORN, marksOf, onFile, SHARING, TODAY, type ConformanceSystem } from './connector-fixture.js';

/** The part of the suite about what changes the system: erasing, and banning marketing. */
export const effectRules = (current: () => ConformanceSystem): void => {
  let system: ConformanceSystem;
  let connector: Connector;

  beforeEach(() => {
    system = current();
    ({ connector } = system);
  });

  describe('erasing', () => {
    it('plans every row of the subject, names the law and the day for what stays, and changes nothing', async () => {
      const before = await system.dump();
      const plan = await connector.planErasure(onFile(AINO), TODAY);
      expect(await system.dump()).toBe(before);
      const { collections } = await connector.collect(onFile(AINO));
      const rows = collections.flatMap((collection) => collection.rows);
      expect(plan.entries.flatMap(({ keys }) => keys)).toHaveLength(rows.length);
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
};
