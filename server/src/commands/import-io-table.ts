import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { IoSector } from '@zhitong/domain/chains/io-table';
import { refusedIoText } from '@zhitong/domain/chains/io-table-reading';
import type { Sentence } from '@zhitong/domain/language';
import { fillIn } from '@zhitong/domain/refusal';
import { readCityFiles } from '@zhitong/tools/seed-city/city-files';
import { readProductGraph } from '@zhitong/tools/seed-city/product-graph';
import { importIoTable } from '#features/chains/io-table-import';
import { realEffects } from '#platform/effects';
import { type Command, type CommandCall, UsageProblem } from './command.ts';
import { dataFolder } from './seed-reference.ts';

export const ioTableCommand: Command = {
  name: 'import io-table',
  operands: ['FILE.csv'],
  summary: {
    zh: '导入投入产出直接消耗系数，用来估算企业没有自述的采购',
    en: 'Import input-output coefficients, to estimate purchases firms have not declared',
  },
  details: {
    zh: [
      '--source 文字    系数出自哪张表（必填，显示在估算旁）',
      '--as-of 日期     表的年份末日，如 2020-12-31（必填）',
      '列：from_sector,to_sector,coefficient。部门写 GB/T 4754 代码或 42 部门名称，详见 docs/input-output.md。',
      '有一行不对就整份不导入，并列出行号和原因；重复导入不产生变化。',
    ],
    en: [
      '--source TEXT   which table the coefficients are of (needed; stands beside each estimate)',
      '--as-of DATE    the day the table is of, e.g. 2020-12-31 (needed)',
      'Columns: from_sector,to_sector,coefficient. Sectors by GB/T 4754 code or name of the 42-sector table, see docs/input-output.md.',
      'One wrong row and nothing is imported: the rows and why are listed. Repeated it changes nothing.',
    ],
  },
  options: { source: { type: 'string' }, 'as-of': { type: 'string' } },
  run: runImport,
};

const problems = {
  source: {
    zh: '需要 --source 文字：系数出自哪张表',
    en: '--source TEXT is needed: which table the coefficients are of',
  },
  asOf: { zh: '需要 --as-of 日期，如 2020-12-31', en: '--as-of DATE is needed, e.g. 2020-12-31' },
} as const satisfies Record<string, Sentence>;

const words = {
  written: {
    zh: '已导入：部门 {sectors} 个，系数 {coefficients} 个。',
    en: 'Imported: {sectors} sectors, {coefficients} coefficients.',
  },
  known: { zh: '这张表此前已导入，没有任何改动。', en: 'This table was imported before; nothing has changed.' },
  refused: { zh: '有 {count} 行不对，没有导入：', en: '{count} rows are wrong, nothing was imported:' },
  row: { zh: '第 {line} 行：{why}', en: 'Row {line}: {why}' },
} as const satisfies Record<string, Sentence>;

const mostRows = 100;

async function runImport({ operands, values, installation, workingFolder, language, print }: CommandCall) {
  const { source, 'as-of': asOf } = values;
  if (typeof source !== 'string' || source.trim() === '') throw new UsageProblem(problems.source);
  if (typeof asOf !== 'string' || !isDay(asOf)) throw new UsageProblem(problems.asOf);
  const graph = readProductGraph(readCityFiles(dataFolder));
  const found = await importIoTable(installation.database, {
    ...{ file: await readFile(resolve(workingFolder, operands[0] ?? '')), source: source.trim(), asOf },
    ...{ city: installation.config.city, effects: realEffects, sectors: readSectors() },
    industryOf: new Map([...graph.profiles].flatMap(([id, { industry }]) => (industry === '' ? [] : [[id, industry]]))),
  });
  if (found.kind !== 'refused') {
    print(fillIn(words[found.kind][language], { ...found }));
    return 0;
  }
  print(fillIn(words.refused[language], { count: found.rows.length }));
  for (const row of found.rows.slice(0, mostRows))
    print(fillIn(words.row[language], { line: row.line, why: refusedIoText(row, language) }));
  return 1;
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The sectors of the 42-sector table by name (data/io-sectors). */
function readSectors(): IoSector[] {
  const [, ...lines] = readFileSync(join(dataFolder, 'io-sectors', 'sectors.csv'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [number = '', name = '', divisions = ''] = line.split(',');
    return { key: `io-${number}`, name, prefixes: divisions.split(' ') };
  });
}
