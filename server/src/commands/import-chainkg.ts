import { resolve } from 'node:path';
import type { Language, Sentence } from '@zhitong/domain/language';
import { cleaningReportText } from '@zhitong/domain/matching/chainkg-report-text';
import { fillIn } from '@zhitong/domain/refusal';
import { type ImportResult, type ImportStage, importChainkg } from '#features/matching/chainkg-import';
import { realEffects } from '#platform/effects';
import { hintGrowth } from '#platform/event-hub';
import type { Command, CommandCall } from './command.ts';
import { ensureReference, readWorkingPlaces } from './seed-reference.ts';

export const importCommand: Command = {
  name: 'import chainkg',
  operands: ['DIR'],
  summary: {
    zh: '导入产业链图谱：企业、企业产品、产品和上下游关系',
    en: 'Import a chainkg folder: companies, their products, products and relations',
  },
  details: {
    zh: [
      '企业归入各自城市（不详的归 000000），企业产品成为供给，产品与关系并入产品库。',
      '先整体核对、清洗并报告，再一次写入：中途停止不留半截数据，重复导入不产生变化。',
      '服务可以同时运行，新供给随即参加匹配。',
    ],
    en: [
      'Companies enter their own city (unknown: 000000), company products become offers, products and relations join the graph.',
      'Everything is checked, cleaned and reported, then written at once: stopped midway it leaves nothing, repeated it changes nothing.',
      'The server may be running; it matches the new offers at once.',
    ],
  },
  options: {},
  run: runImport,
};

const stageWords = {
  read: { zh: '读取并核对文件', en: 'Reading and checking the files' },
  clean: { zh: '清洗', en: 'Cleaning' },
  copy: { zh: '送往数据库', en: 'Sending to the database' },
  write: { zh: '按城市写入', en: 'Writing city by city' },
  commit: { zh: '提交', en: 'Committing' },
} as const satisfies Record<ImportStage, Sentence>;

const resultWords = {
  written: {
    zh: '已写入：企业 {companies} 家，产品 {products} 个，关系 {relations} 条，供给 {offers} 条。',
    en: 'Written: {companies} companies, {products} products, {relations} relations, {offers} offers.',
  },
  nothingNew: {
    zh: '新增 0：全部数据此前已导入，没有任何改动。',
    en: '0 new: all of it was there already, nothing has changed.',
  },
  rate: {
    zh: '共读 {rows} 行，用时 {seconds} 秒，每秒 {rate} 行。',
    en: '{rows} rows read in {seconds} s: {rate} rows/s.',
  },
} as const satisfies Record<string, Sentence>;

async function runImport({
  operands,
  workingFolder,
  installation,
  progress,
  language,
  print,
}: CommandCall): Promise<void> {
  const { database, config } = installation;
  // without regions every company would stand in an unknown city, without products nothing would join
  await ensureReference(database, config.city);
  const started = performance.now();
  const result = await importChainkg(database, {
    folder: resolve(workingFolder, operands[0] ?? ''),
    city: config.city,
    effects: realEffects,
    workingPlaces: readWorkingPlaces(),
    onProgress: (stage, done, total) => progress.step(stageWords[stage], done, total),
  });
  const seconds = (performance.now() - started) / 1000;
  // the server that runs beside us is told; without one, the next start reads everything anyway
  await hintGrowth(database, config.city);
  progress.end();
  for (const line of resultLines(result, seconds, language)) print(line);
}

export function resultLines(
  { rowsRead, report, written }: ImportResult,
  seconds: number,
  language: Language,
): string[] {
  const isNew = Object.values(written).some((count) => count > 0);
  const counts = Object.fromEntries(Object.entries(written).map(([name, count]) => [name, count.toLocaleString('en')]));
  return [
    ...cleaningReportText(report, language),
    fillIn(resultWords[isNew ? 'written' : 'nothingNew'][language], counts),
    fillIn(resultWords.rate[language], {
      rows: rowsRead.toLocaleString('en'),
      seconds: seconds.toFixed(1),
      rate: Math.round(rowsRead / seconds).toLocaleString('en'),
    }),
  ];
}
