import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { thousands } from '@zhitong/domain/directory/audit-verdict';
import type { Sentence } from '@zhitong/domain/language';
import { fillIn } from '@zhitong/domain/refusal';
import { exportLines } from '#platform/audit-export';
import { recordAudit } from '#platform/audit-log';
import { readTrailState } from '#platform/audit-reader';
import { inContext } from '#platform/context';
import { realEffects } from '#platform/effects';
import { type Command, type CommandCall, UsageProblem } from './command.ts';

export const auditExportCommand: Command = {
  name: 'audit export',
  operands: [],
  summary: { zh: '把审计导出为可离线核对的文件', en: 'Export the trail as a file that proves itself offline' },
  details: {
    zh: [
      '--out 文件    写到哪里（不覆盖已有文件）',
      '--after 序号   从哪一条之后开始，默认从头',
      '--city 代码   默认本系统所在城市',
    ],
    en: [
      '--out FILE      where to write (an existing file is not overwritten)',
      '--after NUMBER  begin behind this entry; default: at the first',
      '--city CODE     default: the one of this installation',
    ],
  },
  options: { out: { type: 'string' }, after: { type: 'string' }, city: { type: 'string' } },
  run: exportTrail,
};

const done: Sentence = {
  zh: '已导出 {rows} 条到 {path}。链头 {position}:{hash}，请打印或另存。',
  en: '{rows} entries written to {path}. Head {position}:{hash}: print it, or keep it elsewhere.',
};

const problems = {
  out: { zh: '需要 --out 文件', en: '--out FILE is needed' },
  after: { zh: '--after 应为序号', en: '--after is a number' },
} as const satisfies Record<string, Sentence>;

async function exportTrail({ values, installation, workingFolder, language, print }: CommandCall): Promise<void> {
  const { out, after = '0', city = installation.config.city } = values;
  if (typeof out !== 'string') throw new UsageProblem(problems.out);
  if (!/^\d{1,15}$/.test(String(after))) throw new UsageProblem(problems.after);
  const { database } = installation;
  const task = { city: String(city), after: Number(after), at: realEffects.now() };
  const { head } = await readTrailState(database, task.city);
  const path = resolve(workingFolder, out);
  const lines = Readable.from(exportLines(database, { ...task, to: head.position }));
  await pipeline(lines, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  const rows = Math.max(0, head.position - task.after);
  await inContext(database, { city: task.city, viewer: 'system' }, (tx) =>
    recordAudit(tx, realEffects, {
      action: 'audit.exported',
      subject: { kind: 'audit', id: 'list' },
      after: { filter: { after: task.after, to: head.position }, rows },
      why: 'export',
    }),
  );
  print(fillIn(done[language], { rows: thousands(rows), path, ...head }));
}
