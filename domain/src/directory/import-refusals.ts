import type { RefusalRow } from '../refusal.ts';

export const importRefusalCodes = [
  'imports.kind-not-yours',
  'imports.no-headings',
  'imports.headings-missing',
  'imports.not-now',
  'imports.changed-meanwhile',
  'imports.undo-over',
  'imports.unknown-group',
  'imports.busy',
  'imports.link-expired',
  'imports.link-wrong',
] as const;
export type ImportRefusalCode = (typeof importRefusalCodes)[number];

export const importRefusals = {
  'imports.kind-not-yours': {
    status: 422,
    zh: '您的岗位不能导入这类数据',
    en: 'Your post may not import this kind of data',
  },
  'imports.no-headings': {
    status: 422,
    zh: '没有找到表头。请用模板，或保留模板里的列名（如“{example}”）',
    en: 'No headings were found. Use the template or keep its column names (such as “{exampleEn}”)',
  },
  'imports.headings-missing': {
    status: 422,
    zh: '缺少必填的列：{names}。请补上这一列，列名与模板一致',
    en: 'Required columns are missing: {namesEn}. Add them under the names of the template',
  },
  'imports.not-now': {
    status: 409,
    zh: '这次导入现在不能这样做，请看最新状态',
    en: 'This import is past that step; look at its present state',
  },
  'imports.changed-meanwhile': {
    status: 409,
    zh: '核对之后库里有变化，可导入的行从 {before} 变为 {after}。已按最新情况重新核对，请再看一遍；尚未写入任何数据',
    en: 'The library has changed since the check: {after} rows can be imported now, not {before}. They were checked again; nothing has been written',
  },
  'imports.undo-over': {
    status: 409,
    zh: '已超过 24 小时，不能再撤销',
    en: 'More than 24 hours have passed; it can no longer be undone',
  },
  'imports.unknown-group': {
    status: 404,
    zh: '没有这组错误，或已经改正',
    en: 'There is no such group of errors, or it is mended already',
  },
  'imports.busy': {
    status: 429,
    zh: '本单位已有 {count} 个文件在核对。请等它们核对完',
    en: '{count} files of your organisation are being checked. Please wait until they are done',
  },
  'imports.link-expired': {
    status: 422,
    zh: '下载链接已过期。请回到导入页面重新下载',
    en: 'The link has expired. Go back to the import and download again',
  },
  'imports.link-wrong': {
    status: 422,
    zh: '下载链接不是给您的，或不完整。请回到导入页面重新下载',
    en: 'This link is not yours or is incomplete. Go back to the import and download again',
  },
} as const satisfies Record<ImportRefusalCode, RefusalRow>;
