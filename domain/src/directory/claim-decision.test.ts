import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { ClaimAction } from './claim.ts';
import { type ClaimStep, type ClaimTarget, decideClaimable, decideClaimStep, decideFiles } from './claim-decision.ts';
import { invitationState, rolesInvitedTo } from './invitation.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'taken';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const firm: ClaimTarget = { name: '甲', kind: 'enterprise', mergedInto: null, own: false, openSince: null };
const claimable = (change: Partial<ClaimTarget>) => codeOf(() => decideClaimable({ ...firm, ...change }));

describe('a firm', () => {
  it('may be claimed by somebody who holds no post there', () => expect(claimable({})).toBe('taken'));
  it('is refused when it is a department or bank, one’s own, merged away, or claimed by oneself already', () => {
    expect(claimable({ kind: 'department' })).toBe('claims.not-a-firm');
    expect(claimable({ own: true })).toBe('claims.own-firm');
    expect(claimable({ mergedInto: '乙' })).toBe('claims.merged');
    expect(claimable({ openSince: '11月20日' })).toBe('claims.open-already');
  });
});

describe('the files of a claim', () => {
  it('are one’s own, and no more than ten in all', () => {
    const ids = Array.from({ length: 11 }, (_, n) => `f${n}`);
    const files = (wanted: string[], before: string[] = []) =>
      codeOf(() => decideFiles({ wanted, known: ids, before }));
    expect(files(ids.slice(0, 10))).toBe('taken');
    expect(files(ids)).toBe('claims.too-many-files');
    expect(files(['f10'], ids.slice(0, 10))).toBe('claims.too-many-files');
    expect(files(['somebody-elses'])).toBe('claims.evidence-unknown');
  });
});

const bare: ClaimAction[] = [{ kind: 'submitted', fileIds: [] }];
const papers: ClaimAction[] = [{ kind: 'submitted', fileIds: ['a'] }];
const step = (actions: ClaimAction[], change: Partial<ClaimStep>) =>
  codeOf(() =>
    decideClaimStep(actions, { kind: 'approved', fileIds: [], code: undefined, words: '', own: false, ...change }),
  );

describe('deciding on a claim', () => {
  it('approves papers as they are, and words alone only with how they were checked', () => {
    expect(step(papers, {})).toBe('taken');
    expect(step(bare, {})).toBe('claims.how-known');
    expect(step(bare, { words: '已电话核实' })).toBe('taken');
  });

  it('returns with a coded reason, and with words when the reason is “other”', () => {
    expect(step(papers, { kind: 'returned' })).toBe('claims.code-missing');
    expect(step(papers, { kind: 'returned', code: 'other' })).toBe('claims.words-missing');
    expect(step(papers, { kind: 'returned', code: 'unreadable' })).toBe('taken');
  });

  it('is never done by the person who claims', () => {
    expect(step(papers, { own: true })).toBe('claims.own-claim');
  });

  it('verifies nothing without papers', () => {
    expect(step([...bare, { kind: 'approved', fileIds: [] }], { kind: 'verified' })).toBe('claims.no-papers');
    expect(step([...papers, { kind: 'approved', fileIds: [] }], { kind: 'verified' })).toBe('taken');
  });

  it('is done once: a second decision and a late supplement are refused', () => {
    const approved: ClaimAction[] = [...papers, { kind: 'approved', fileIds: [] }];
    expect(step(approved, {})).toBe('claims.not-now');
    expect(step(approved, { kind: 'returned', code: 'unreadable' })).toBe('claims.not-now');
    expect(step(approved, { kind: 'supplemented', words: 'x', own: true })).toBe('claims.not-now');
  });

  it('takes a supplement only when something is added', () => {
    expect(step(papers, { kind: 'supplemented', own: true })).toBe('claims.nothing-added');
  });
});

describe('an invitation', () => {
  const facts = { expiresAt: new Date(1000), usedAt: null, revokedAt: null };
  it('is open until it is used, taken back or seven days old', () => {
    expect(invitationState(facts, new Date(999))).toBe('open');
    expect(invitationState(facts, new Date(1000))).toBe('expired');
    expect(invitationState({ ...facts, usedAt: new Date(1) }, new Date(5000))).toBe('used');
    expect(invitationState({ ...facts, revokedAt: new Date(1) }, new Date(5))).toBe('revoked');
  });
  it('makes members of firms and handlers of bodies, never an administrator', () => {
    expect(rolesInvitedTo('enterprise')).toEqual(['member', 'manager']);
    expect(rolesInvitedTo('bank')).toEqual(['handler', 'manager']);
  });
});
