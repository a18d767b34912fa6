import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { RegimeRules, RulePack, Source } from '#domain/clock/rule-pack';
import { isRegime, REGIMES, rulePackFor, RULES_OF_REGIMES } from '#domain/clock/rule-packs';

const FOLDER = new URL('./', import.meta.url);

const packsOf = ({ special, general }: RegimeRules): RulePack[] => [...special.map(({ rules }) => rules), general];

describe('the rules of a regime', () => {
  it('are there for every regime that the clock command knows, in its order', () => {
    expect(REGIMES).toEqual(
      (
        'EU_GDPR UK_GDPR US_CA_CCPA US_VA_VCDPA US_CO_CPA US_IA_ICDPA CH_FADP BR_LGPD CA_QC_L25 CA_PIPEDA ' +
        'NZ_PA AU_APP ZA_POPIA SG_PDPA KR_PIPA TR_KVKK IN_DPDP ' +
        'US_CT US_TX US_OR US_MT US_DE US_NJ US_NH US_MN US_MD US_IN US_KY US_TN US_NE US_UT US_FL US_RI'
      ).split(' '),
    );
  });

  it.each(['EU', 'eu_gdpr', '', 'toString', '__proto__'])('are not there for "%s"', (name) => {
    expect(isRegime(name)).toBe(false);
    expect(() => rulePackFor(name, { receivedOn: '2026-01-01' })).toThrow(
      expect.objectContaining({ code: 'unknown-regime' }),
    );
  });

  it('are the general ones when no special case applies', () => {
    const general = rulePackFor('US_CA_CCPA', { receivedOn: '2026-01-01' });
    expect(rulePackFor('US_CA_CCPA', { receivedOn: '2026-01-01', requestType: 'access' })).toBe(general);
    expect(rulePackFor('US_CA_CCPA', { receivedOn: '2026-01-01', requestType: 'opt_out' })).not.toBe(general);
  });

  it('change with the day of receipt', () => {
    const before = rulePackFor('UK_GDPR', { receivedOn: '2026-02-04' });
    const after = rulePackFor('UK_GDPR', { receivedOn: '2026-02-05' });
    expect([before, after].map(({ questions }) => questions.clarification)).toMatchObject([
      { count: 'half_open' },
      { count: 'inclusive' },
    ]);
  });

  it.each(REGIMES)('%s: each number names its rule and its citation', (regime) => {
    const sources = packsOf(RULES_OF_REGIMES[regime]).flatMap(sourcesIn);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter(({ rule, citation }) => !/^[a-z0-9-]+$/.test(rule) || citation === '')).toEqual([]);
  });
});

describe('the engine', () => {
  const engine = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));

  it.each(engine)('never asks which regime it counts: %s', (name) => {
    const source = readFileSync(new URL(name, FOLDER), 'utf8');
    expect(REGIMES.filter((regime) => source.includes(regime))).toEqual([]);
  });
});

/** Every source in a rule pack, however deep. */
function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('rule' in value && 'citation' in value) return [value as Source];
  return Object.values(value).flatMap(sourcesIn);
}
