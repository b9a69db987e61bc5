import { describe, expect, it } from 'vitest';
import { usualSourcingTerms } from '../testing/usual-sourcing-terms.ts';
import { allowedCascadeActions, canDoToCascade, cascadeState, cascadeStates } from './cascade-state.ts';
import { quotaOf } from './sourcing-terms.ts';

const running = { need: 'open', held: false, ended: false, liveQuotes: 0 } as const;

describe('how a cascade stands', () => {
  it('runs, waits for a decision on a quote, is held, has asked everybody, or is over with its need', () => {
    expect(cascadeState(running)).toBe('running');
    expect(cascadeState({ ...running, liveQuotes: 1 })).toBe('waiting');
    expect(cascadeState({ ...running, liveQuotes: 1, held: true })).toBe('held');
    expect(cascadeState({ ...running, ended: true, liveQuotes: 2 })).toBe('exhausted');
    expect(cascadeState({ ...running, need: 'expired', held: true })).toBe('over');
  });

  it('can be released only when it is held, and steered by nobody once everybody was asked', () => {
    expect(cascadeStates.filter((state) => canDoToCascade(state, 'release'))).toEqual(['held']);
    expect(allowedCascadeActions.exhausted).toEqual([]);
  });
});

describe('the quota of a firm', () => {
  it('is its own on a list that has one, else everybody’s', () => {
    const own = { organisationId: 'a', list: 'sourcing', open: 3, perDay: 1 } as const;
    const terms = { ...usualSourcingTerms, firmQuotas: [own] };
    expect(quotaOf(terms, { organisationId: 'a', list: 'sourcing' })).toMatchObject({ open: 3, perDay: 1 });
    expect(quotaOf(terms, { organisationId: 'a', list: 'problem' })).toEqual({ open: 50, perDay: 20 });
    expect(quotaOf(terms, { organisationId: 'b', list: 'sourcing' })).toEqual({ open: 100, perDay: 30 });
  });
});
