import { describe, expect, it } from 'vitest';
import { type OpportunityFacts, opportunityState } from './opportunity-state.ts';

const fresh: OpportunityFacts = { need: 'open', answer: 'none', rejected: false, chosen: false };

describe('how a need stands for one supplier', () => {
  it.each<[string, Partial<OpportunityFacts>, string]>([
    ['nothing was said yet', {}, 'new'],
    ['it quoted', { answer: 'quote' }, 'answered'],
    ['it declined', { answer: 'declined' }, 'declined'],
    ['it declined and the need was closed later', { answer: 'declined', need: 'chosen' }, 'declined'],
    ['it was chosen', { answer: 'quote', need: 'chosen', chosen: true }, 'chosen'],
    ['the buyer gave a reason', { answer: 'quote', rejected: true }, 'not-chosen'],
    ['the buyer gave a reason and chose another', { answer: 'quote', need: 'chosen', rejected: true }, 'not-chosen'],
    ['another was chosen before it answered', { need: 'chosen' }, 'closed'],
    ['the deadline passed', { need: 'expired', answer: 'quote' }, 'closed'],
    ['the buyer withdrew it', { need: 'withdrawn', answer: 'quote' }, 'withdrawn'],
  ])('when %s', (_case, facts, state) => {
    expect(opportunityState({ ...fresh, ...facts })).toBe(state);
  });
});
