import type { RefusalRow } from '../refusal.ts';

/** Why a folder is not imported. Whatever the reason: nothing has been written. */
export const chainkgRefusalCodes = [
  'chainkg.folder-missing',
  'chainkg.wrong-folder',
  'chainkg.file-missing',
  'chainkg.column-missing',
  'chainkg.broken-csv',
  'chainkg.not-utf8',
  'chainkg.file-empty',
  'chainkg.another-import',
] as const;
export type ChainkgRefusalCode = (typeof chainkgRefusalCodes)[number];

export const chainkgRefusals = {
  'chainkg.folder-missing': {
    status: 422,
    zh: '没有文件夹 {folder}，或者不能读取。请核对路径',
    en: 'There is no folder {folder}, or it cannot be read. Please check the path',
  },
  'chainkg.wrong-folder': {
    status: 422,
    zh: '{folder} 不是产业链图谱的文件夹：里面一个所需文件也没有（需要 {files}）。请核对路径',
    en: '{folder} is not a chainkg folder: none of the files needed is in it ({files}). Please check the path',
  },
  'chainkg.file-missing': {
    status: 422,
    zh: '缺少文件 {files}。请补齐后再导入，尚未写入任何数据',
    en: 'Missing: {files}. Add it and import again; nothing has been written',
  },
  'chainkg.column-missing': {
    status: 422,
    zh: '{file} 缺少列 {columns}（第一行是 {found}）。请核对文件，尚未写入任何数据',
    en: '{file} lacks the column {columns} (its first line is {found}). Please check the file; nothing has been written',
  },
  'chainkg.broken-csv': {
    status: 422,
    zh: '{file} 第 {line} 行不是完整的 CSV：{what}。请修正后再导入，尚未写入任何数据',
    en: '{file}, line {line} is not valid CSV: {what}. Correct it and import again; nothing has been written',
  },
  'chainkg.not-utf8': {
    status: 422,
    zh: '{file} 不是 UTF-8 编码。请另存为 UTF-8 后再导入，尚未写入任何数据',
    en: '{file} is not UTF-8. Save it as UTF-8 and import again; nothing has been written',
  },
  'chainkg.file-empty': {
    status: 422,
    zh: '{file} 里没有数据行。请核对文件，尚未写入任何数据',
    en: '{file} has no rows. Please check the file; nothing has been written',
  },
  'chainkg.another-import': {
    status: 409,
    zh: '另一次导入正在写入，本次没有写入任何数据。请等它结束后再试',
    en: 'Another import was writing; this one has written nothing. Try again when the other has ended',
  },
} as const satisfies Record<ChainkgRefusalCode, RefusalRow>;
