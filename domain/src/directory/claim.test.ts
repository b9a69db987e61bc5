import { describe, expect, it } from 'vitest';
import {
  type ClaimAction,
  type ClaimActionKind,
  claimFiles,
  claimLevel,
  claimStatus,
  nextClaimActions,
} from './claim.ts';

const done = (...kinds: readonly ClaimActionKind[]): ClaimAction[] => kinds.map((kind) => ({ kind, fileIds: [] }));
const withFile: ClaimAction = { kind: 'submitted', fileIds: ['a'] };

describe('a claim', () => {
  it('waits for the bureau from the moment it is submitted, and again after it was supplemented', () => {
    expect(claimStatus(done('submitted'))).toBe('waiting');
    expect(claimStatus(done('submitted', 'returned'))).toBe('returned');
    expect(claimStatus(done('submitted', 'returned', 'supplemented'))).toBe('waiting');
    expect(claimStatus(done('submitted', 'approved'))).toBe('approved');
    expect(claimStatus(done('submitted', 'withdrawn'))).toBe('withdrawn');
  });

  it('is self-declared without papers, documented with them, verified when the bureau compared them', () => {
    expect(claimLevel(done('submitted', 'approved'))).toBe('self-declared');
    expect(claimLevel([...done('submitted', 'returned'), { kind: 'supplemented', fileIds: ['a'] }])).toBe('documented');
    expect(claimLevel([withFile, ...done('approved', 'verified')])).toBe('verified');
  });

  it('lists each paper once, in the order of handing in', () => {
    const actions = [withFile, { kind: 'supplemented' as const, fileIds: ['b', 'a'] }];
    expect(claimFiles(actions)).toEqual(['a', 'b']);
  });
});

describe('what may be done next', () => {
  it('is the bureau’s to approve or return, and the claimant’s to supplement or withdraw', () => {
    expect(nextClaimActions(done('submitted'), 'bureau')).toEqual(['returned', 'approved']);
    expect(nextClaimActions(done('submitted'), 'claimant')).toEqual(['supplemented', 'withdrawn']);
  });

  it('is nothing for the bureau while a claim is back with its claimant', () => {
    expect(nextClaimActions(done('submitted', 'returned'), 'bureau')).toEqual([]);
    expect(nextClaimActions(done('submitted', 'returned'), 'claimant')).toEqual(['supplemented', 'withdrawn']);
  });

  it('is nothing at all after a withdrawal', () => {
    for (const actor of ['claimant', 'bureau'] as const)
      expect(nextClaimActions(done('submitted', 'withdrawn'), actor)).toEqual([]);
  });

  it('lets an approved claim be verified once, and only when there are papers to compare', () => {
    expect(nextClaimActions(done('submitted', 'approved'), 'bureau')).toEqual([]);
    expect(nextClaimActions([withFile, ...done('approved')], 'bureau')).toEqual(['verified']);
    expect(nextClaimActions([withFile, ...done('approved', 'verified')], 'bureau')).toEqual([]);
  });
});
