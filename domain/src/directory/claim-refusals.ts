import type { RefusalRow } from '../refusal.ts';

export const claimRefusalCodes = [
  'claims.not-a-firm',
  'claims.own-firm',
  'claims.open-already',
  'claims.too-many-open',
  'claims.merged',
  'claims.evidence-unknown',
  'claims.too-many-files',
  'claims.not-now',
  'claims.nothing-added',
  'claims.code-missing',
  'claims.words-missing',
  'claims.how-known',
  'claims.no-papers',
  'claims.own-claim',
  'claims.code-taken',
] as const;
export type ClaimRefusalCode = (typeof claimRefusalCodes)[number];

/** Why a firm cannot be claimed, or a claim not be decided like this. */
export const claimRefusals = {
  'claims.not-a-firm': {
    status: 422,
    zh: '“{name}”不是企业，不能认领。机关、银行、高校的岗位由市工信局或安全管理员安排',
    en: '“{name}” is not a firm. Posts in departments, banks and universities are given by the bureau or the security administrator',
  },
  'claims.own-firm': {
    status: 409,
    zh: '您已经在“{name}”任职，不用再认领',
    en: 'You hold a post at “{name}” already, there is nothing to claim',
  },
  'claims.open-already': {
    status: 409,
    zh: '您已于 {date} 认领“{name}”，还没有办完。请在“我的认领”里查看或补充',
    en: 'You claimed “{name}” on {date} and it is not settled yet. See or supplement it under “My claims”',
  },
  'claims.too-many-open': {
    status: 429,
    zh: '您还有 {most} 个认领没有办完。请等市工信局审核，或撤回不需要的，再认领别的企业',
    en: 'You have {most} claims that are not settled yet. Wait for the bureau, or withdraw one you do not need',
  },
  'claims.merged': {
    status: 409,
    zh: '“{name}”已并入“{into}”。请认领“{into}”',
    en: '“{name}” was merged into “{into}”. Claim “{into}” instead',
  },
  'claims.evidence-unknown': {
    status: 422,
    zh: '有 {count} 份材料不是您上传的，已用于别的认领，或上传已超过一天。请重新上传',
    en: '{count} of the files were not uploaded by you, belong to another claim, or are more than a day old. Upload them again',
  },
  'claims.too-many-files': {
    status: 422,
    zh: '一次认领最多 {most} 份材料，现在是 {count} 份',
    en: 'At most {most} files a claim (now {count})',
  },
  'claims.not-now': {
    status: 409,
    zh: '这次认领现在不能这样办：它{status}。请刷新后再看',
    en: 'This cannot be done with the claim now: it {statusEn}. Refresh and look again',
  },
  'claims.nothing-added': {
    status: 422,
    zh: '请补充材料，或写明情况，再提交',
    en: 'Add a file or some words before you submit',
  },
  'claims.code-missing': {
    status: 422,
    zh: '退回要选一个原因，对方才知道怎么补',
    en: 'Choose a reason, so that the claimant knows what to add',
  },
  'claims.words-missing': {
    status: 422,
    zh: '原因选“其他”时，请写明要对方怎么办',
    en: 'With “other”, write what the claimant should do',
  },
  'claims.how-known': {
    status: 422,
    zh: '没有材料的认领，批准前请写明怎么核实的，例如“已电话核实 0631-…”',
    en: 'This claim has no papers: write how you know, e.g. “called 0631-…”',
  },
  'claims.no-papers': {
    status: 422,
    zh: '没有材料，不能标为“已核实”',
    en: 'Without papers it cannot be marked as verified',
  },
  'claims.own-claim': {
    status: 409,
    zh: '不能审核自己的认领。请另一位经办人来办',
    en: 'Nobody decides on a claim of their own. Ask another officer',
  },
  'claims.code-taken': {
    status: 409,
    zh: '统一社会信用代码 {code} 已登记为“{name}”。请退回，请对方认领那一家',
    en: 'Credit code {code} is registered as “{name}”. Return this and ask the claimant to claim that firm',
  },
} as const satisfies Record<ClaimRefusalCode, RefusalRow>;
