import type { PermissionRow } from './permission-row.ts';

/** Firms and institutions the city wants to win, and where they could settle. Nobody outside these posts learns of a target. */
export const investmentPermissions = {
  'target.see': {
    ...{ kind: 'target', verb: 'see', zh: '查看招商线索', en: 'See the targets of the city' },
    by: { city: ['investment-officer', 'chief-office'], bureau: ['operator'] },
  },
  'target.register': {
    ...{
      kind: 'target',
      verb: 'change',
      zh: '登记招商线索、参与别处的线索',
      en: 'Register a target, take part in one',
    },
    by: { city: ['investment-officer'], bureau: ['operator'] },
  },
  'target.change': {
    ...{
      kind: 'target',
      verb: 'change',
      zh: '记录招商进展、移交、并入',
      en: 'Note steps of a target, give it on, join it',
    },
    by: { own: ['investment-officer'], bureau: ['operator'] },
  },
  'premises.see': {
    ...{ kind: 'premises', verb: 'see', zh: '查看载体资源', en: 'See land and plants' },
    by: { city: ['investment-officer', 'chief-office'], bureau: ['operator'] },
  },
  'premises.change': {
    ...{ kind: 'premises', verb: 'change', zh: '登记、修改载体资源', en: 'Enter and change land and plants' },
    by: { own: ['investment-officer'], bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
