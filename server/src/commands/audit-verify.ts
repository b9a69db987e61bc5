import { resolve } from 'node:path';
import { thousands, verdictSentence } from '@zhitong/domain/directory/audit-verdict';
import type { Language, Sentence } from '@zhitong/domain/language';
import { fillIn } from '@zhitong/domain/refusal';
import { checkTrail, describeBreak, type TrailBreak } from '#platform/audit-check';
import { proveFile, UnreadableExport } from '#platform/audit-file';
import type { ChainHead } from '#platform/chain-proof';
import { realEffects } from '#platform/effects';
import { type AloneCall, type Command, type CommandCall, notProven, UsageProblem } from './command.ts';

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  operands: [],
  summary: { zh: '核对审计链，指出第一条不符的记录', en: 'Prove the audit chain, naming the first broken entry' },
  details: {
    zh: [
      '--city 代码    核对哪个城市，默认本系统所在城市',
      '--from 文件    不连数据库，只核对导出的文件（audit export 所得）',
      '--head 序号:值  与另行保存（如打印）的链头核对；可发现尾部连同校验值一起被改写',
      '只凭数据库本身，无法发现数据库所有者把尾部全部重算后的改写：请定期把链头打印或另存。',
      '退出码：0 完整，3 不符，1 没能核对，2 用法不对。',
    ],
    en: [
      '--city CODE      which city; default: the one of this installation',
      '--from FILE      without a database: prove an exported file (of audit export)',
      '--head N:HASH    hold it against a head kept elsewhere, e.g. on paper; finds a tail rewritten with all its hashes',
      'The database alone cannot show that its owner rewrote the tail and every hash in it: print the head, or keep it elsewhere.',
      'Exit code: 0 intact, 3 broken, 1 could not be checked, 2 typed wrongly.',
    ],
  },
  options: { city: { type: 'string' }, from: { type: 'string' }, head: { type: 'string' } },
  runAlone: verifyFile,
  run: verifyDatabase,
};

const words = {
  head: { zh: '链头      {position}:{hash}', en: 'Head      {position}:{hash}' },
  unsealed: {
    zh: '待封存    {unsealed} 条（服务运行时一秒内封存）',
    en: 'Unsealed  {unsealed} (a running server seals within a second)',
  },
  range: { zh: '范围      {city}，第 {first} 到 {last} 条', en: 'Range     {city}, entries {first} to {last}' },
  withheld: {
    zh: '只核链接  {withheld} 条（旧格式且含保密内容，文件中不含其内容，请在数据库上核对）',
    en: 'By hash   {withheld} (old form with confidential values, not in the file: prove these on the database)',
  },
  action: { zh: '该条动作  {action}', en: 'Its action {action}' },
} as const satisfies Record<string, Sentence>;

const problems = {
  head: { zh: '--head 应为 序号:校验值', en: '--head is a number, a colon and a hash' },
  city: { zh: '--city 应为六位代码', en: '--city is a six-digit code' },
} as const satisfies Record<string, Sentence>;

async function verifyFile({ values, workingFolder, language, print }: AloneCall): Promise<number | undefined> {
  if (typeof values.from !== 'string') return undefined;
  const path = resolve(workingFolder, values.from);
  const proof = await proveFile(path, readHeads(values.head)).catch((error: unknown) => {
    if (error instanceof UnreadableExport) throw new UsageProblem(unreadable(path, error.line));
    throw error;
  });
  const { city, from, position, hash, entries } = proof;
  const broken = describeBreak(proof.broken);
  print(verdictSentence({ at: realEffects.now(), entries, broken }, language));
  print(say('range', language, { city, first: thousands(from.position + 1), last: thousands(position) }));
  if (proof.withheld > 0) print(say('withheld', language, { withheld: thousands(proof.withheld) }));
  sayRest({ position, hash, broken }, language, print);
  return broken === null ? 0 : notProven;
}

async function verifyDatabase({ values, installation, language, print }: CommandCall): Promise<number> {
  const city = values.city ?? installation.config.city;
  if (typeof city !== 'string' || !/^\d{6}$/.test(city)) throw new UsageProblem(problems.city);
  const heads = readHeads(values.head);
  const check = await checkTrail(installation.database, { city, effects: realEffects, heads });
  print(verdictSentence(check, language));
  sayRest(check, language, print);
  print(say('unsealed', language, { unsealed: check.unsealed }));
  return check.broken === null ? 0 : notProven;
}

function sayRest(
  { position, hash, broken }: ChainHead & { readonly broken: TrailBreak | null },
  language: Language,
  print: (line: string) => void,
): void {
  if (broken?.action) print(say('action', language, { action: broken.action }));
  print(say('head', language, { position, hash }));
}

function say(word: keyof typeof words, language: Language, details: Readonly<Record<string, string | number>>): string {
  return fillIn(words[word][language], details);
}

function readHeads(typed: string | boolean | undefined): readonly ChainHead[] {
  if (typed === undefined) return [];
  const found = /^(\d{1,15}):([0-9a-f]{64})$/.exec(String(typed));
  if (!found) throw new UsageProblem(problems.head);
  return [{ position: Number(found[1]), hash: String(found[2]) }];
}

function unreadable(path: string, line: number): Sentence {
  return {
    zh: `${path} 第 ${line} 行读不出：不是审计导出文件，或没有导出完整`,
    en: `${path} cannot be read at line ${line}: no export of the trail, or one that was cut short`,
  };
}
