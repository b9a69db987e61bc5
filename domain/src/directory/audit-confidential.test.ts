import { describe, expect, it } from 'vitest';
import { auditConfidential, confidentialMark, splitSaying } from './audit-confidential.ts';
import { type Permission, permissions } from './permission.ts';
import type { PermissionRow } from './permission-row.ts';

const table: Readonly<Record<Permission, PermissionRow>> = permissions;

function isForAuditor(row: PermissionRow): boolean {
  return Object.values(row.by).some((roles) => roles?.includes('audit-administrator'));
}

/** What somebody may see somewhere and the reader of the trail may not, and yet stands open in it, with the reason. */
const openInTheTrail: Readonly<Record<string, string>> = {
  'organisation.see': 'facts of organisations are public in the city; their contact is guarded apart',
  'organisation.history': 'the same facts, as they were',
  'person.see': 'who holds which post is what the trail is for',
  'account.see': 'who signed in, and who opened or locked whom, is what the trail is for',
  'viewing.start': 'who looked as whom, and with which purpose, is what the trail is for',
  'permission.see': 'the table is the same for everybody',
  'duty.see': 'the duty table is public in the city',
  'home.see': 'is made of what is guarded apart',
  'inbox.see': 'is made of what is guarded apart',
  'need.compose': 'a draft leaves no entry',
  'import.template': 'an empty sheet',
  'product.see': 'the product graph is public',
  'chain.see': 'published maps are read by everybody who takes part; what firms buy is guarded apart',
  'heat.see': 'counts offers firms have published, of the whole country',
  'heat.export': 'the same, on paper',
  'drill-rules.see': 'days of stock that are assumed, of no firm',
  'chain.brief': 'is made of sums, and of cases and orders that are guarded apart',
  'case.supervise': 'counts of bodies; the cases behind them are guarded apart',
  'notice-channel.see': 'the trail names neither a key nor what opens an address',
  'rating.sum': 'sums of five grades and more, which name nobody',
  'rating.supervise': 'what a detector marks is made of entries that are there',
  'policy.list': 'policies are public in the city',
  'case-terms.see': 'what clocks go by is no secret of a firm',
  'policy.papers': 'what a body writes of its own measures; it names no firm',
  'system.see': 'how the system runs is no secret of a firm',
};

describe('what the trail keeps from its reader', () => {
  it('is decided for everything that somebody may see and the audit administrator may not', () => {
    const guarded = new Set(Object.values(auditConfidential).flatMap(({ guards }): readonly string[] => guards));
    const kept = Object.entries(table)
      .filter(([, row]) => row.verb === 'see' && !isForAuditor(row))
      .map(([name]) => name);
    const decided = [...guarded, ...Object.keys(openInTheTrail)];
    expect(kept.filter((name) => !decided.includes(name))).toEqual([]);
    expect(
      [...guarded].filter((name) => name in openInTheTrail),
      'never both',
    ).toEqual([]);
  });

  it('names only permissions the reader of the trail does not have', () => {
    for (const [kind, { guards }] of Object.entries(auditConfidential))
      for (const name of guards) expect(isForAuditor(table[name]), `${kind}: ${name}`).toBe(false);
  });

  it.each([
    ['need', { text: '急需熔喷布', quantity: 5, priceFen: 1 }],
    ['match', { priceFen: 7_654_321, note: '只给贵公司', leadDays: 3, declined: 'capacity' }],
    ['deal', { amountFen: 10, quantity: 1, note: '尾款', invoice: 'x' }],
    ['offer', { priceFen: 5, priceUnit: '吨', note: '老客户价' }],
    ['claim', { words: '我是法人' }],
    ['evidence', { name: '营业执照-张三.pdf' }],
    ['organisation', { contact: '张三', phone: '0631-1', claim: '电话不对' }],
    ['import', { value: '0631-5551234', mended: '0631-5551235' }],
    ['something new', { anything: 1 }],
  ])('keeps back what is confidential about a %s, and leaves the names of the fields', (kind, values) => {
    const { shown, kept } = splitSaying(kind, { before: null, after: values, why: null });
    expect(shown.after).toEqual(Object.fromEntries(Object.keys(values).map((field) => [field, confidentialMark])));
    expect(kept).toEqual({ after: values });
  });

  it('shows what was done, to whom and by which coded reason', () => {
    const said = { before: { state: 'open' }, after: { state: 'chosen', supplier: '净川', deal: 'd' }, why: 'price' };
    expect(splitSaying('need', said)).toEqual({ shown: said, kept: null });
  });

  it('keeps a free reason between two firms back, and the reason of an official about a post not', () => {
    const said = { before: null, after: { code: 'lead-time' }, why: '交期太长' };
    expect(splitSaying('match', said)).toEqual({
      shown: { ...said, why: confidentialMark },
      kept: { why: '交期太长' },
    });
    expect(splitSaying('post', { before: null, after: null, why: '轮岗' }).shown.why).toBe('轮岗');
  });

  it('parts what is parted already no further', () => {
    const once = splitSaying('deal', { before: null, after: { amountFen: 5, kind: 'invoiced' }, why: null }).shown;
    expect(splitSaying('deal', once)).toEqual({ shown: once, kept: null });
  });
});
