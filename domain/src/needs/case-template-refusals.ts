import type { RefusalRow } from '../refusal.ts';

/** Why an answer template is not kept. */
export const caseTemplateRefusalCodes = [
  'case-templates.full',
  'case-templates.unknown-place',
  'case-templates.changed',
  'case-templates.title-taken',
] as const;
export type CaseTemplateRefusalCode = (typeof caseTemplateRefusalCodes)[number];

export const caseTemplateRefusals = {
  'case-templates.full': {
    status: 409,
    zh: '答复模板最多 {most} 条。请先删去不用的',
    en: 'At most {most} answer templates. Remove what is not used first',
  },
  'case-templates.unknown-place': {
    status: 422,
    zh: '“{place}”填不出来。可以用的有：{known}',
    en: '“{place}” cannot be filled. Possible are: {known}',
  },
  'case-templates.changed': {
    status: 409,
    zh: '同事刚改过这个模板。请先看最新的内容',
    en: 'A colleague has just changed this template. Look at the newest first',
  },
  'case-templates.title-taken': {
    status: 409,
    zh: '已有同名模板“{title}”。请换一个名称',
    en: 'There is a template called “{title}” already. Choose another name',
  },
} as const satisfies Record<CaseTemplateRefusalCode, RefusalRow>;
