import type { Language, Sentence } from '../language.ts';
import type { ClaimStatus } from './claim.ts';
import { organisationColumns } from './import-columns-organisation.ts';
import type { ImportState } from './import-state.ts';

/** Words of the states that stand in lists, for the files these lists leave as. */
export const claimStatusWords = {
  waiting: { zh: '等待审核', en: 'Waiting' },
  returned: { zh: '已退回', en: 'Returned' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  approved: { zh: '已批准', en: 'Approved' },
} as const satisfies Record<ClaimStatus, Sentence>;

export const accountStateWords = {
  active: { zh: '在用', en: 'Active' },
  locked: { zh: '已锁定', en: 'Locked' },
  'never-used': { zh: '从未登录', en: 'Never used' },
} as const satisfies Record<string, Sentence>;

export const accountFactorWords = {
  on: { zh: '已开启', en: 'On' },
  off: { zh: '未开启', en: 'Off' },
  missing: { zh: '应开未开', en: 'Required, not on' },
} as const satisfies Record<string, Sentence>;

export const disputeStateWords = {
  open: { zh: '待答复', en: 'To answer' },
  accepted: { zh: '已认可', en: 'Accepted' },
  returned: { zh: '已退回', en: 'Returned' },
} as const satisfies Record<string, Sentence>;

export const duplicateStateWords = {
  open: { zh: '待核对', en: 'To check' },
  later: { zh: '稍后再看', en: 'Later' },
  same: { zh: '同一家', en: 'The same' },
  different: { zh: '不是同一家', en: 'Different' },
} as const satisfies Record<string, Sentence>;

export const duplicateVerdictWords = {
  same: { zh: '很可能是同一家', en: 'Probably the same' },
  review: { zh: '可能是同一家', en: 'Perhaps the same' },
} as const satisfies Record<string, Sentence>;

export const importStateWords = {
  checking: { zh: '核对中', en: 'Checking' },
  checked: { zh: '待决定', en: 'To decide' },
  refused: { zh: '未接收', en: 'Not accepted' },
  taken: { zh: '已导入', en: 'Imported' },
  discarded: { zh: '已放弃', en: 'Dropped' },
  undone: { zh: '已撤销', en: 'Undone' },
} as const satisfies Record<ImportState, Sentence>;

const links: Readonly<Record<string, Sentence>> = {
  merge: { zh: '合并关系', en: 'Merge' },
  membership: { zh: '联盟成员关系', en: 'Membership' },
  offer: { zh: '供给', en: 'Offer' },
  nameEn: { zh: '英文名', en: 'English name' },
  parentId: { zh: '上级', en: 'Belongs to' },
};

/** What is disputed, in words; a field nobody has named shows its own. */
export function disputeFieldWord(field: string, language: Language): string {
  return (links[field] ?? organisationColumns.find(({ key }) => key === field))?.[language] ?? field;
}
