import type { Language, Sentence } from '@zhitong/domain/language';
import { fillIn, type RefusalDetails } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import { headPosition } from '#platform/event-log';
import type { Command, CommandCall } from './command.ts';
import type { Installation } from './installation.ts';

export const statusCommand: Command = {
  name: 'status',
  operands: [],
  summary: { zh: '查看数据库、迁移、数据量和事件日志', en: 'Show the database, migrations, counts and the event log' },
  details: {
    zh: ['服务运行与否都可以查看，不改动任何数据。'],
    en: ['Works whether the server runs or not; changes nothing.'],
  },
  options: {},
  run: async ({ installation, language, print }: CommandCall) => {
    for (const line of await statusLines(installation, language)) print(line);
  },
};

const words = {
  database: {
    zh: '数据库    {kind}，PostgreSQL {version}，{size} MB',
    en: 'Database   {kind}, PostgreSQL {version}, {size} MB',
  },
  server: { zh: '服务      运行中（进程 {server}）', en: 'Server     running (process {server})' },
  noServer: { zh: '服务      没有在这个数据文件夹上运行', en: 'Server     not running on this data folder' },
  migrations: { zh: '迁移      {count} 个，最新 {latest}', en: 'Migrations {count}, latest {latest}' },
  graph: {
    zh: '产品库    产品 {hand} 个，导入 {imported} 个，关系 {relations} 条',
    en: 'Products   {hand} by hand, {imported} imported, {relations} relations',
  },
  index: {
    zh: '匹配索引  {offers} 条供给（导入 {imported} 条），启动时按此建立',
    en: 'Index      {offers} offers ({imported} imported), built from these at start',
  },
  city: {
    zh: '城市 {city}  主体 {organisations} 个，需求 {needs} 条（进行中 {open} 条），成交 {deals} 笔',
    en: 'City {city} {organisations} organisations, {needs} needs ({open} open), {deals} deals',
  },
  log: {
    zh: '事件日志  已封存到第 {head} 条，待封存 {unsealed} 条',
    en: 'Event log  sealed to position {head}, {unsealed} waiting',
  },
} as const satisfies Record<string, Sentence>;

const kindWords = {
  embedded: { zh: '内置', en: 'embedded' },
  external: { zh: '外部', en: 'external' },
} as const satisfies Record<'embedded' | 'external', Sentence>;

/** What stands in the installation, one line a subject. */
export async function statusLines(installation: Installation, language: Language): Promise<string[]> {
  const { database, config, server } = installation;
  const say = (word: keyof typeof words, details: RefusalDetails) => fillIn(words[word][language], details);
  const { city } = config;
  const place = await inContext(database, { city, viewer: 'system' }, async (tx) => ({
    ...(await countOne(cityCounts(city).execute(tx))),
    head: await headPosition(tx, city),
  }));
  return [
    say('database', {
      kind: kindWords[database.kind][language],
      ...(await countOne(databaseFacts.execute(database.db))),
    }),
    server === undefined ? say('noServer', {}) : say('server', { server }),
    say('migrations', await countOne(migrationFacts.execute(database.db))),
    say('graph', await countOne(graphCounts.execute(database.db))),
    say('index', await countOne(offerCounts.execute(database.db))),
    say('city', { city, ...place }),
    say('log', place),
  ];
}

async function countOne(result: Promise<{ rows: RefusalDetails[] }>): Promise<RefusalDetails> {
  return (await result).rows[0] ?? {};
}

const databaseFacts = sql<RefusalDetails>`
  select current_setting('server_version') as version, (pg_database_size(current_database()) / 1048576)::int as size`;
const migrationFacts = sql<RefusalDetails>`select count(*)::int as count, max(name) as latest from schema_migration`;
const graphCounts = sql<RefusalDetails>`
  select count(*) filter (where source = 'hand')::int as hand, count(*) filter (where source = 'chainkg')::int as imported,
         (select count(*)::int from product_relation) as relations from product`;
const offerCounts = sql<RefusalDetails>`
  select count(*)::int as offers, count(*) filter (where source = 'imported')::int as imported from offer_search`;
const cityCounts = (city: string) => sql<RefusalDetails>`
  select (select count(*)::int from organisation where city = ${city}) as organisations,
         (select count(*)::int from need where city = ${city}) as needs,
         (select count(*)::int from need where city = ${city} and state = 'open') as open,
         (select count(*)::int from deal where city = ${city}) as deals,
         (select count(*)::int from event where city = ${city} and position is null) as unsealed`;
