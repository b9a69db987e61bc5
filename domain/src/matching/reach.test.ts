import { describe, expect, it } from 'vitest';
import type { Match } from './match.ts';
import { isWider, isWithinReach, reachOf, tiersWithin } from './reach.ts';
import type { Tier } from './tier.ts';

const match = (tier: Tier): Match => ({
  offerId: tier,
  organisationId: tier,
  city: '371000',
  tier,
  score: 50,
  parts: [],
  reasons: [],
});
const list = (tiers: Tier[], notes: { code: 'widened.none' | 'nobody'; params: Record<string, string> }[] = []) => ({
  matches: tiers.map(match),
  notes,
  model: 'test',
});

describe('how far a need is open', () => {
  it('is the city at least, also when only the own district answers', () => {
    expect(reachOf(list(['district']))).toBe('city');
  });

  it('is as wide as the list was widened, even if the wider tier has nobody', () => {
    expect(reachOf(list(['city'], [{ code: 'widened.none', params: { to: 'circle' } }]))).toBe('circle');
  });

  it('is the province when nobody was found: the nation is the decision of the buyer', () => {
    expect(reachOf(list([], [{ code: 'nobody', params: {} }]))).toBe('province');
  });

  it('reaches firms of unknown place only with the whole nation', () => {
    expect(isWithinReach('unknown', 'province')).toBe(false);
    expect(isWithinReach('unknown', 'nation')).toBe(true);
    expect(tiersWithin('circle')).toEqual(['district', 'city', 'circle']);
  });

  it('gets wider, never narrower, and never unknown', () => {
    expect(isWider('nation', 'circle')).toBe(true);
    expect(isWider('city', 'circle')).toBe(false);
    expect(isWider('circle', 'circle')).toBe(false);
    expect(isWider('unknown', 'circle')).toBe(false);
  });
});
