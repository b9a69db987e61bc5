import { PassThrough, type Readable } from 'node:stream';
import { spokenDate } from '@zhitong/domain/directory/sheet-words';
import type { Language, Sentence } from '@zhitong/domain/language';
import { Refusal } from '@zhitong/domain/refusal';
import ExcelJS from 'exceljs';
import type { FastifyReply } from 'fastify';
import { recordAudit } from './audit-log.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';
import type { Effects } from './effects.ts';
import { sendStoredFile } from './stored-file.ts';
import { contextOf, type Viewer } from './viewer.ts';

/** A column of a list that leaves the house: always text, so that no cell computes and no code loses digits. */
export interface ExportColumn<Row> extends Sentence {
  readonly text: (row: Row) => string;
}

export interface ListExport<Row> {
  /** for the trail: `organisations` */
  readonly list: string;
  readonly title: Sentence;
  readonly columns: readonly ExportColumn<Row>[];
  /** the filter in words, empty when there is none */
  readonly filter: readonly string[];
  /** the rows of the screen, in its order */
  readonly page: (offset: number, limit: number) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>;
}

export interface ExportCall {
  readonly database: Database;
  readonly effects: Effects;
  readonly viewer: Viewer;
  readonly language: Language;
  readonly reply: FastifyReply;
}

const most = 300_000;
const stretch = 5_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const words = {
  unit: { zh: '制表单位：', en: 'By: ' },
  date: { zh: '制表日期：', en: 'Date: ' },
  filter: { zh: '筛选：', en: 'Filter: ' },
  all: { zh: '全部', en: 'none' },
} as const satisfies Record<string, Sentence>;

/** A list that comes whole: it is cut into the pages the file is written by. */
export function wholeList<Row>(load: () => Promise<readonly Row[]>): ListExport<Row>['page'] {
  let loaded: Promise<readonly Row[]> | undefined;
  return async (offset, limit) => {
    loaded ??= load();
    const rows = await loaded;
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  };
}

/** A list as an Excel file, written while it is read: title, unit, date and filter on top, then every row of the filter. */
export async function sendList<Row>(call: ExportCall, list: ListExport<Row>): Promise<Readable> {
  const { database, effects, viewer, language, reply } = call;
  const first = await list.page(0, stretch);
  if (first.total > most) throw new Refusal('sheet.list-too-long', { total: first.total, limit: most });
  await inContext(database, contextOf(viewer), (tx) =>
    recordAudit(tx, effects, {
      ...{ action: `${list.list}.exported`, subject: { kind: 'list', id: list.list } },
      after: { filter: list.filter.join('，'), rows: first.total },
    }),
  );
  const today = spokenDate(effects.now(), language);
  sendStoredFile(reply, { name: `${list.title[language]} ${today}.xlsx`, type: xlsx });
  const stream = new PassThrough();
  const head = [
    list.title[language],
    words.unit[language] + viewer.organisationName,
    words.date[language] + today,
    words.filter[language] + (list.filter.join(language === 'zh' ? '，' : ', ') || words.all[language]),
  ];
  write(list, { stream, head, language, first }).catch((error: unknown) => stream.destroy(error as Error));
  return stream;
}

interface Writing<Row> {
  readonly stream: PassThrough;
  readonly head: readonly string[];
  readonly language: Language;
  readonly first: { readonly rows: readonly Row[]; readonly total: number };
}

async function write<Row>(list: ListExport<Row>, { stream, head, language, first }: Writing<Row>): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(list.title[language], { views: [{ state: 'frozen', ySplit: head.length + 1 }] });
  sheet.columns = list.columns.map((column) => ({
    width: Math.max(14, column[language].length * 2 + 4),
    style: { numFmt: '@' },
  }));
  for (const line of head) sheet.addRow([plain(line)]).commit();
  const names = sheet.addRow(list.columns.map((column) => column[language]));
  names.font = { bold: true };
  names.commit();
  let { rows } = first;
  for (let offset = 0; rows.length > 0; rows = (await list.page(offset, stretch)).rows) {
    for (const row of rows) sheet.addRow(list.columns.map((column) => plain(column.text(row)))).commit();
    offset += rows.length;
    if (offset >= first.total) break;
    // nobody reads faster than the network: what is not taken yet is waited for
    if (stream.writableNeedDrain) await new Promise((again) => stream.once('drain', again));
  }
  sheet.commit();
  await workbook.commit();
}

/** Characters XML cannot carry would keep the whole file from opening; Excel takes 32,767 in a cell. */
function plain(text: string): string {
  return text.replace(unprintable, '').slice(0, 32_767);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that XML 1.0 forbids
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
