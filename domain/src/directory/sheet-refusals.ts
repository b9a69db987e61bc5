import type { RefusalRow } from '../refusal.ts';

export const sheetRefusalCodes = [
  'sheet.missing',
  'sheet.too-large',
  'sheet.wrong-ending',
  'sheet.encrypted',
  'sheet.old-excel',
  'sheet.binary-excel',
  'sheet.macros',
  'sheet.bomb',
  'sheet.damaged',
  'sheet.unreadable-text',
  'sheet.too-many-rows',
  'sheet.too-many-columns',
  'sheet.empty',
  'sheet.too-hard',
  'sheet.list-too-long',
] as const;
export type SheetRefusalCode = (typeof sheetRefusalCodes)[number];

/** Why a file as a whole is not taken: what it is, why that is refused, what to do. */
export const sheetRefusals = {
  'sheet.missing': {
    status: 400,
    zh: '没有收到文件。请选一个 .xlsx 或 .csv 文件',
    en: 'No file arrived. Choose an .xlsx or .csv file',
  },
  'sheet.too-large': {
    status: 413,
    zh: '文件有 {size}，一次最多 {limit}。请拆成几个文件',
    en: 'The file has {size}; at most {limit} at a time. Please split it',
  },
  'sheet.wrong-ending': {
    status: 422,
    zh: '“{name}”不是 Excel（.xlsx）或 CSV 文件，不能导入。请在 Excel 或 WPS 里另存为 .xlsx',
    en: '“{name}” is neither an Excel (.xlsx) nor a CSV file. Save it as .xlsx in Excel or WPS',
  },
  'sheet.encrypted': {
    status: 422,
    zh: '文件加了密码，打不开。请在 Excel 里去掉密码再上传',
    en: 'The file is protected by a password. Remove the password in Excel and upload it again',
  },
  'sheet.old-excel': {
    status: 422,
    zh: '这是旧版 Excel（.xls）文件。请在 Excel 或 WPS 里另存为 .xlsx 再上传',
    en: 'This is an old Excel file (.xls). Save it as .xlsx in Excel or WPS and upload it again',
  },
  'sheet.binary-excel': {
    status: 422,
    zh: '这是二进制 Excel（.xlsb）文件。请另存为 .xlsx 再上传',
    en: 'This is a binary Excel file (.xlsb). Save it as .xlsx and upload it again',
  },
  'sheet.macros': {
    status: 422,
    zh: '文件里有宏，为安全起见不接收。请另存为不带宏的 .xlsx 再上传',
    en: 'The file contains macros, which are not accepted. Save it as .xlsx without macros and upload it again',
  },
  'sheet.bomb': {
    status: 422,
    zh: '文件解压后大得异常，没有打开。请把数据复制到一张新表再上传',
    en: 'Unpacked, the file would be abnormally large; it was not opened. Copy the data into a new sheet and upload that',
  },
  'sheet.damaged': {
    status: 422,
    zh: '文件已损坏或不完整，打不开。请用 Excel 或 WPS 打开后另存一份再上传',
    en: 'The file is damaged or incomplete. Open it in Excel or WPS, save a copy and upload that',
  },
  'sheet.unreadable-text': {
    status: 422,
    zh: '这个 CSV 的文字编码认不出来（支持 UTF-8 和 GBK）。请另存为 .xlsx 再上传',
    en: 'The encoding of this CSV is not known (UTF-8 and GBK are). Save it as .xlsx and upload it again',
  },
  'sheet.too-many-rows': {
    status: 422,
    zh: '一次最多导入 {limit} 行，这个文件更多。请拆成几个文件',
    en: 'At most {limit} rows at a time; this file has more. Please split it',
  },
  'sheet.too-many-columns': {
    status: 422,
    zh: '最多 {limit} 列，这个文件在 {column} 列还有内容。请删去模板以外的列',
    en: 'At most {limit} columns; this file has content in column {column}. Remove the columns that are not in the template',
  },
  'sheet.empty': { status: 422, zh: '文件里没有数据行', en: 'The file holds no rows of data' },
  'sheet.too-hard': {
    status: 422,
    zh: '读这个文件占用的内存或时间超过了限度，已停止。请把数据复制到一张新表再上传',
    en: 'Reading this file took more memory or time than is allowed. Copy the data into a new sheet and upload that',
  },
  'sheet.list-too-long': {
    status: 422,
    zh: '共 {total} 行，一次最多导出 {limit} 行。请加筛选条件，分几次导出',
    en: '{total} rows; at most {limit} at a time. Narrow the filter and export in parts',
  },
} as const satisfies Record<SheetRefusalCode, RefusalRow>;
