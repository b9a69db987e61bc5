import type { GapDoings, GapTaskRow } from '@zhitong/contract/chains/gap-task-contract';
import { chainId } from './chain-examples.ts';

const lead = { id: '01900000-0000-7000-8000-000000000031', name: '市工信局' };
const giver = { id: '01900000-0000-7000-8000-000000000032', name: '市链办' };
const at = '2026-11-23T14:05:00+08:00';

/** An order about a gap, as the body that has it reads it. */
export const gapTask: GapTaskRow = {
  ...{ id: '01900000-0000-7000-8000-000000000033', kind: 'order', text: '请拿出补链办法', status: 'given' },
  ...{ chain: { id: chainId, name: '碳纤维产业链' }, product: { id: 'precursor', name: '高模量原丝' } },
  ...{ giver, body: lead, light: 'green', due: '2026-11-30T17:00:00+08:00', givenAt: at, overAt: null },
  ...{ seq: 1, allowed: ['report'], demo: true },
  steps: [{ kind: 'given', at, by: '演示-癸', body: giver.name, text: '请拿出补链办法' }],
};

/** Nothing has been done yet. */
export const gapDoings: GapDoings = {
  ...{ needs: [], needsTotal: 0, tasks: [], tasksTotal: 0, wish: '求购高模量原丝 300 吨/年', lead },
  drafts: { order: '请市工信局牵头', 'ask-needs': '请市工信局组织企业', meeting: '希望安排对接' },
  ...{ due: '2026-11-30', segment: { name: '原丝', tier: 'upstream' } },
};
