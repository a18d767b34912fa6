import { describe, expect, it } from '@jest/globals';
import { GROUNDS, GROUND_IDS, groundsFor, type GroundRule } from '#domain/law/grounds';
import { RIGHTS } from '#domain/law/rights';

const rules = GROUND_IDS.map((id): [string, GroundRule] => [id, GROUNDS[id]]);

describe('grounds for refusing', () => {
  it('never lets an objection to direct marketing be refused (art. 21(3))', () => {
    expect(groundsFor('direct_marketing', 'refused', 'FI')).toEqual([]);
    expect(groundsFor('direct_marketing', 'partly', 'FI')).toEqual([]);
  });

  it.each(RIGHTS.filter((right) => right !== 'direct_marketing'))('leaves %s with at least one ground', (right) => {
    expect(groundsFor(right, 'refused', 'FI').length).toBeGreaterThan(0);
  });

  it('lets the rights of others cut access short but never end it (recital 63)', () => {
    expect(groundsFor('access', 'partly', 'FI')).toContain('art_15_4_rights_of_others');
    expect(groundsFor('access', 'refused', 'FI')).not.toContain('art_15_4_rights_of_others');
  });

  it('offers the Finnish restriction of access only to a controller in Finland', () => {
    expect(groundsFor('access', 'refused', 'FI')).toContain('tsl_34_restriction');
    expect(groundsFor('access', 'refused', 'SE')).not.toContain('tsl_34_restriction');
  });

  it('opens the way through the authority only where the law does (Data Protection Act s. 34(4))', () => {
    expect(rules.filter(([, { indirectAccess }]) => indirectAccess).map(([id]) => id)).toEqual(['tsl_34_restriction']);
  });

  it('keeps statutory retention to erasure', () => {
    expect(GROUNDS.art_17_3_b_legal_obligation.rights).toEqual(['erasure']);
  });
});
