import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CollectedRegister, Connector } from '#connectors/connector';
import type { ClaimedIdentifier, ProvenIdentifier } from '#connectors/identifier';
import { LANGUAGES } from '#domain/language';
import { effectRules } from './connector-effects.js';
import {
  AINO,
  BJORN,
  CONFORMANCE_PEOPLE,
  marksOf,
  onFile,
  SHARING,
  TODAY,
  type ConformancePerson,
  type ConformanceSystem,
} from './connector-fixture.js';

const claim = (kind: ClaimedIdentifier['kind'], value: string): ClaimedIdentifier => ({
  kind,
  value,
  status: 'claimed',
});

const rowsOf = (register: CollectedRegister) => register.collections.flatMap(({ rows }) => rows);

const textOf = (register: CollectedRegister): string =>
  JSON.stringify(register.collections) + register.files.map(({ bytes }) => new TextDecoder().decode(bytes)).join(' ');

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

    describe('changing the system:', () => {
      effectRules(() => system);
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
