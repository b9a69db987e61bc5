import type {
  getTarget,
  listTargets,
  nameTarget,
  TargetRow,
  viewFunnel,
} from '@zhitong/contract/investment/target-contract';
import { targetStages } from '@zhitong/domain/investment/target-stage';
import type { z } from 'zod';

export const targetId = '01900000-0000-7000-8000-000000000081';
const otherId = '01900000-0000-7000-8000-000000000082';
const chainId = '01900000-0000-7000-8000-000000000083';
const city = { id: '01900000-0000-7000-8000-000000000084', name: '市投促局' };
const rongcheng = { id: '01900000-0000-7000-8000-000000000085', name: '荣成市投促中心' };
const at = '2026-11-23T14:05:00+08:00';
const firm = { name: '吉林松峦碳谷（演示）', kind: 'firm', region: { code: '220200', name: '吉林市' } } as const;
const gap = {
  ...{ id: `${chainId}:precursor`, chain: { id: chainId, name: '碳纤维产业链' } },
  product: { id: 'precursor', name: '高模量原丝' },
};

/** One target and its page, as the server would tell them; tests change what they are about. */
export const target: TargetRow = {
  ...{ id: targetId, number: 4, firm: { ...firm, organisationId: targetId }, gap, status: 'negotiating', since: at },
  ...{ next: '报送用地方案', due: '2026-11-20', light: 'red', remainingMinutes: -480 },
  ...{ owner: { body: city, person: '演示-午' }, participants: [rongcheng], loss: null, alike: null },
  ...{ wish: { finding: '要 60 亩、10 kV：符合 2 处', fits: 2, open: 0 }, registeredAt: at, demo: true },
};

const second: TargetRow = {
  ...{ ...target, id: otherId, number: 5, status: 'lead', next: null, due: null, light: 'none', wish: null, gap: null },
  ...{ remainingMinutes: null, participants: [], alike: { id: targetId, reason: '先各自登记' } },
};

const noStages = { lead: 0, contacted: 0, visited: 0, negotiating: 0, signed: 0, started: 0, producing: 0 };
const stages = { ...noStages, lost: 0, joined: 0 };

export const listed: z.input<typeof listTargets.reply> = {
  ...{ targets: [target, second], total: 2, lights: { red: 1, yellow: 0, green: 0, none: 1 }, stages },
  ...{ districts: [{ code: '371082', name: '荣成市' }], dayMinutes: 450, asOf: at },
};
export const nothingListed: typeof listed = {
  ...{ ...listed, targets: [], total: 0, lights: { red: 0, yellow: 0, green: 0, none: 0 } },
};

type Funnel = z.input<typeof viewFunnel.reply>;
const noRow = { now: 0, reached: 0, medianDays: null, stays: 0 };
export const emptyFunnel: Funnel = {
  ...{ rows: targetStages.map((stage) => ({ stage, ...noRow })), losses: [], total: 0, asOf: at },
};
export const funnel: Funnel = {
  ...emptyFunnel,
  rows: targetStages.map((stage) => ({
    ...{ stage, ...noRow },
    ...(stage === 'negotiating' && { now: 3, reached: 6, medianDays: 32, stays: 4 }),
  })),
  ...{ losses: [{ code: 'cost', count: 2 }], total: 9 },
};

export const subject: z.input<typeof nameTarget.reply> = {
  ...{ gap, firm: { ...firm, organisationId: targetId }, here: false, held: null },
};

export const targetPage: z.input<typeof getTarget.reply> = {
  ...{ target, seq: 7, wish: null, premises: [], premisesTotal: 0, alike: [], into: null },
  steps: [
    {
      ...{ seq: 7, kind: 'stepped', at, status: 'negotiating', by: '演示-午', body: city, text: '在谈' },
      ...{ note: '来威看了两处地块', reason: null, next: '报送用地方案', due: '2026-11-20' },
    },
  ],
  can: { change: true, enter: false, on: ['signed'], back: ['lead', 'contacted', 'visited'], same: true },
  officers: [{ postId: otherId, person: '演示-酉', body: rongcheng }],
  ...{ dayMinutes: 450, asOf: at },
};
