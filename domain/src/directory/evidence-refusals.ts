import type { RefusalRow } from '../refusal.ts';

export const evidenceRefusalCodes = [
  'evidence.empty',
  'evidence.other-type',
  'evidence.other-ending',
  'evidence.broken',
  'evidence.picture-too-large',
  'evidence.too-many-today',
  'evidence.too-many-waiting',
  'evidence.budget-spent',
  'evidence.link-expired',
  'evidence.link-wrong',
] as const;
export type EvidenceRefusalCode = (typeof evidenceRefusalCodes)[number];

/** Why a file is not taken as evidence, or not handed out. */
export const evidenceRefusals = {
  'evidence.empty': {
    status: 422,
    zh: '“{name}”是空文件。请重新选择',
    en: '“{name}” is empty. Please choose again',
  },
  'evidence.other-type': {
    status: 422,
    zh: '“{name}”不是 PDF、PNG、JPG 或 OFD 文件（看内容，不看后缀）。请拍照或另存为 PDF 再上传',
    en: '“{name}” is not a PDF, PNG, JPG or OFD file (by its content, not its name). Take a photo or save it as PDF',
  },
  'evidence.other-ending': {
    status: 422,
    zh: '“{name}”的内容是 {type}，和后缀不一致。请改好后缀再上传',
    en: '“{name}” contains {type}, which is not what its ending says. Correct the ending and upload again',
  },
  'evidence.broken': {
    status: 422,
    zh: '“{name}”打不开，可能没传完整。请重新保存后上传',
    en: '“{name}” cannot be opened and may be incomplete. Save it again and upload',
  },
  'evidence.picture-too-large': {
    status: 422,
    zh: '“{name}”有 {width}×{height} 像素，最多 2 亿像素。请缩小后上传',
    en: '“{name}” has {width}×{height} pixels, at most 200 million. Make it smaller',
  },
  'evidence.too-many-today': {
    status: 429,
    zh: '24 小时内最多上传 {most} 个文件。请明天再传，或先提交已传的',
    en: 'At most {most} files in 24 hours. Continue tomorrow, or submit what you have uploaded',
  },
  'evidence.too-many-waiting': {
    status: 429,
    zh: '您已上传 {most} 份材料还没有提交。请先提交；没有提交的材料一天后自动删除',
    en: 'You have uploaded {most} files that are not submitted yet. Submit them first; what is not submitted is deleted after a day',
  },
  'evidence.budget-spent': {
    status: 429,
    zh: '今天新注册用户上传的材料已达全市上限。请明天再传，或把材料直接送市工信局',
    en: 'New users have handed in as much as the city takes in a day. Continue tomorrow, or bring the papers to the bureau',
  },
  'evidence.link-expired': {
    status: 422,
    zh: '下载链接已过期。请回到页面重新点开',
    en: 'This download link has expired. Go back to the page and open it again',
  },
  'evidence.link-wrong': {
    status: 422,
    zh: '下载链接不是给您的，或不完整。请回到页面重新点开',
    en: 'This download link is not yours or is incomplete. Go back to the page and open it again',
  },
} as const satisfies Record<EvidenceRefusalCode, RefusalRow>;
