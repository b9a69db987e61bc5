import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Language, Sentence } from '@zhitong/domain/language';
import { chainkgRefusals } from '@zhitong/domain/matching/chainkg-refusals';
import { fillIn, Refusal, type RefusalRow } from '@zhitong/domain/refusal';
import { StartFailure } from '#platform/start-failure';
import { auditExportCommand } from './audit-export.ts';
import { auditVerifyCommand } from './audit-verify.ts';
import { type AloneCall, type Command, UsageProblem } from './command.ts';
import { dutiesCheckCommand } from './duties-check.ts';
import { commandHelp, helpHint, overview } from './help-text.ts';
import { importCommand } from './import-chainkg.ts';
import { ioTableCommand } from './import-io-table.ts';
import { withInstallation } from './installation.ts';
import { newProgress } from './progress.ts';
import { securityCheckCommand } from './security-check.ts';
import { seedCommand } from './seed-command.ts';
import { statusCommand } from './status.ts';
import { userAddCommand } from './user-add.ts';
import { userResetCommand } from './user-reset.ts';

export const commands: readonly Command[] = [
  importCommand,
  ioTableCommand,
  seedCommand,
  userAddCommand,
  userResetCommand,
  statusCommand,
  auditVerifyCommand,
  auditExportCommand,
  securityCheckCommand,
  dutiesCheckCommand,
];

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: (line: string) => void;
  readonly err: { readonly isTTY?: boolean | undefined; write(text: string): unknown };
}

const problems = {
  unknown: { zh: '没有命令 {name}。', en: 'There is no command {name}.' },
  operands: { zh: '{name} 需要：{operands}。', en: '{name} needs: {operands}.' },
  option: { zh: '选项不对：{what}', en: 'Wrong option: {what}' },
} as const satisfies Record<string, Sentence>;

/** Runs what was typed; answers the exit code: 0 done, 1 refused, 2 typed wrongly, 3 looked and it does not hold. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const language = languageOf(terminal.env);
  const complain = (sentence: string) => terminal.err.write(`${sentence}\n`);
  try {
    return await dispatch(words, terminal, language);
  } catch (error) {
    if (error instanceof UsageProblem) {
      complain(error.sentence[language]);
      complain(helpHint(language));
      return 2;
    }
    complain(failureSentence(error, language));
    return 1;
  }
}

async function dispatch(words: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const command = commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  const wantsHelp = words.length === 0 || words.includes('--help') || words.includes('-h') || words[0] === 'help';
  if (wantsHelp) {
    for (const line of command ? commandHelp(command, language) : overview(commands, language)) terminal.out(line);
    return 0;
  }
  if (command === undefined) throw usage('unknown', { name: words.filter((word) => !word.startsWith('-')).join(' ') });
  const { positionals, values } = parseWords(command, words.slice(command.name.split(' ').length));
  if (positionals.length !== command.operands.length)
    throw usage('operands', { name: command.name, operands: command.operands.join(' ') || '—' });
  // npm runs scripts in the root of the repository and tells where it was called
  const workingFolder = terminal.env.INIT_CWD ?? '.';
  const progress = newProgress(terminal.err, language);
  const call: AloneCall = { operands: positionals, values, language, workingFolder, progress, print: terminal.out };
  try {
    const alone = await command.runAlone?.(call);
    if (alone !== undefined) return alone;
    const code = await withInstallation(terminal.env, (installation) => command.run({ ...call, installation }));
    return code ?? 0;
  } finally {
    progress.end();
  }
}

function parseWords(command: Command, args: readonly string[]) {
  const config = { args: [...args], options: command.options, allowPositionals: true } satisfies ParseArgsConfig;
  try {
    const { positionals, values } = parseArgs(config);
    const single = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? undefined : value]);
    return { positionals, values: Object.fromEntries(single) };
  } catch (error) {
    throw usage('option', { what: error instanceof Error ? (error.message.split('. ')[0] ?? '') : '' });
  }
}

function usage(problem: keyof typeof problems, details: Readonly<Record<string, string>>): UsageProblem {
  const { zh, en } = problems[problem];
  return new UsageProblem({ zh: fillIn(zh, details), en: fillIn(en, details) });
}

function languageOf(env: Terminal['env']): Language {
  return /^zh/i.test(env.LC_ALL || env.LANG || '') ? 'zh' : 'en';
}

/** A refusal in the reader's language; anything else is a fault and is shown whole, this being the operator's own terminal. */
function failureSentence(error: unknown, language: Language): string {
  const rows: Readonly<Record<string, RefusalRow>> = chainkgRefusals;
  if (error instanceof Refusal) {
    const row = rows[error.code];
    return row ? fillIn(row[language], error.details) : error.code;
  }
  if (error instanceof StartFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
