import type { Language, Sentence } from '@zhitong/domain/language';
import type { Command } from './command.ts';

const words = {
  title: { zh: '直通 命令行', en: 'Zhitong on the command line' },
  usage: { zh: '用法：npm run zhitong -- <命令> [选项]', en: 'Usage: npm run zhitong -- <command> [options]' },
  commands: { zh: '命令', en: 'Commands' },
  options: { zh: '选项', en: 'Options' },
  help: { zh: '显示帮助；放在命令后面则显示该命令的说明', en: 'show help; after a command, help on that command' },
  environment: { zh: '环境变量', en: 'Environment' },
  city: { zh: '本系统所在城市的代码，默认 371000', en: 'city code of this installation, default 371000' },
  database: {
    zh: 'PostgreSQL 15 及以上的地址；不设则用内置数据库',
    en: 'address of a PostgreSQL ≥ 15; without it the embedded one is used',
  },
  folder: { zh: '数据文件夹', en: 'data folder' },
  language: { zh: 'zh 开头显示中文，否则显示英文', en: 'Chinese when it begins with zh, else English' },
  hint: { zh: '试试 npm run zhitong -- --help', en: 'Try npm run zhitong -- --help' },
} as const satisfies Record<string, Sentence>;

export function overview(commands: readonly Command[], language: Language): string[] {
  const say = (word: keyof typeof words) => words[word][language];
  const rows = commands.map((command) => ({ left: signature(command), right: command.summary[language] }));
  return [
    say('title'),
    say('usage'),
    '',
    say('commands'),
    ...columns(rows),
    '',
    say('options'),
    ...columns([{ left: '-h, --help', right: say('help') }]),
    '',
    say('environment'),
    ...columns([
      { left: 'ZHITONG_CITY', right: say('city') },
      { left: 'ZHITONG_DATA_DIR', right: say('folder') },
      { left: 'DATABASE_URL', right: say('database') },
      { left: 'LC_ALL, LANG', right: say('language') },
    ]),
  ];
}

export function commandHelp(command: Command, language: Language): string[] {
  const details = command.details[language].map((line) => `  ${line}`);
  return [`npm run zhitong -- ${signature(command)}`, command.summary[language], '', ...details];
}

export function helpHint(language: Language): string {
  return words.hint[language];
}

function signature({ name, operands, options }: Command): string {
  const more = Object.keys(options).length > 0 ? ['[…]'] : [];
  return [name, ...operands, ...more].join(' ');
}

function columns(rows: readonly { left: string; right: string }[]): string[] {
  const width = Math.max(...rows.map(({ left }) => left.length));
  return rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`);
}
