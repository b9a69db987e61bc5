import { availableParallelism, loadavg } from 'node:os';
import { versionOn } from '@zhitong/domain/chains/chain-version';
import { diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import { drillChain } from '@zhitong/domain/chains/drill';
import { isWeak } from '@zhitong/domain/chains/gap-class';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { demoCity } from '@zhitong/server/commands/demo-city';
import { seedDemo } from '@zhitong/server/commands/seed-demo';
import { ensureReference, readUsualDrillRules } from '@zhitong/server/commands/seed-reference';
import { ChainFacts } from '@zhitong/server/features/chains/chain-facts';
import { listStoredChains } from '@zhitong/server/features/chains/chain-reading';
import { listHoldingFacts } from '@zhitong/server/features/chains/holding-fact-store';
import { ReachDesk } from '@zhitong/server/features/chains/reach-desk';
import { importChainkg } from '@zhitong/server/features/matching/chainkg-import';
import { catalogueOf } from '@zhitong/server/features/matching/public';
import { inContext } from '@zhitong/server/platform/context';
import type { Database } from '@zhitong/server/platform/database';
import { realEffects } from '@zhitong/server/platform/effects';
import { openBenchDatabase } from './bench-database.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { findAbsent, sharedFile } from './shared-folder.ts';

const rounds = 7;
const today = cityDay(realEffects.now());
const since = cityDay(new Date(realEffects.now().getTime() - 365 * 86_400_000));

/** The chains of the demo city, then the whole imported graph as one chain. */
export async function chainDiagnosis(): Promise<BenchTable> {
  const before = load();
  const rows = await onDatabase(async (database) => {
    const ofCity = await cityRows(database);
    return [...ofCity, ...(await nationRows(database))];
  });
  const note = `Facts read from the embedded PostgreSQL into memory as the running product reads them (its own row); then every link of every chain from scratch: facts, structure, standing in the graph, class, causes, price. Median of ${rounds} rounds, none of them warm-up, the slowest and the median processor time of the process beside it. The machine had ${availableParallelism()} cores and a load of ${before} before and ${load()} after it.`;
  const head = ['what', 'size', 'median', 'slowest', 'processor', 'aim'];
  return { title: 'Chains: diagnosis', note, head, rows };
}

/** Products some firm of the demo city offers. */
const madeHere = (book: ChainFacts['book']): string[] => [
  ...new Set([...book.allMakers()].filter(({ city }) => city === demoCity).map(({ productId }) => productId)),
];

const load = () => (loadavg()[0] ?? 0).toFixed(1);

async function onDatabase<T>(run: (database: Database) => Promise<T>): Promise<T> {
  const opened = await openBenchDatabase();
  try {
    await ensureReference(opened.database, demoCity);
    await seedDemo(opened.database, { effects: realEffects });
    return await run(opened.database);
  } finally {
    await opened.close();
  }
}

async function cityRows(database: Database): Promise<string[][]> {
  const { facts, took } = await readFacts(database);
  const contents = await asSystem(database, async (tx) =>
    (await listStoredChains(tx, demoCity)).flatMap(({ versions }) => versionOn(versions, today)?.content ?? []),
  );
  const { book } = facts;
  const diagnose = () => contents.map((content) => diagnoseChain(content, { book, today }));
  const times = await timesOf(diagnose);
  const gaps = diagnose().flat();
  const firms = new Set([...book.allMakers()].map(({ organisationId }) => organisationId)).size;
  const reach = () => reachDesk(database).reachOf(facts, { gaps, today });
  const reaching = await timesOf(reach);
  const known = (await reach()).size;
  const weak = gaps.filter((gap) => isWeak(gap.class)).length;
  const size = `${contents.length} chains, ${gaps.length} links, ${number(firms)} firms`;
  const rules = readUsualDrillRules();
  const drill = () => contents.map((content) => drillChain(content, { book, today, rules }));
  const drilling = await timesOf(drill);
  const made = madeHere(book);
  const everything = { id: 'all', name: 'all', nameEn: null, tier: 'midstream', products: made } as const;
  const drillAll = () => drillChain({ segments: [everything], leaderId: null }, { book, today, rules });
  const drillingAll = await timesOf(drillAll);
  const drilled = drillAll();
  const taken = `${made.length} links, ${number(drilled.firms)} firms and ${drilled.regions} places taken out`;
  return [
    ['N-1 drill of ten chains', size, ...spread(drilling), '≤ 10 s'],
    ['N-1 drill, everything the city makes as one chain', taken, ...spread(drillingAll), '≤ 10 s'],
    ['reading the facts of the demo city', size, ...once(took)],
    ['full diagnosis of ten chains', size, ...spread(times), '≤ 1 s'],
    [
      'reach of all weak links, table made anew',
      `${weak} weak, of ${known} something can be said`,
      ...spread(reaching),
      '–',
    ],
  ];
}

async function nationRows(database: Database): Promise<string[][]> {
  const folder = sharedFile('chainkg');
  const absent = findAbsent([sharedFile('chainkg', 'products.csv')]);
  if (absent !== undefined) return [['national graph', `NOT MEASURED: ${absent} is absent`, '–', '–', '–', '≤ 3 s']];
  await importChainkg(database, { folder, city: demoCity, effects: realEffects });
  const { facts, took } = await readFacts(database);
  const { book } = facts;
  const products = [...book.products.keys()];
  const everything = { segments: [{ id: 'all', name: 'all', nameEn: null, tier: 'midstream' as const, products }] };
  const times = await timesOf(() => diagnoseChain(everything, { book, today }));
  const gaps = diagnoseChain(everything, { book, today });
  const offers = [...book.allMakers()].length;
  const size = `${number(products.length)} products, ${number(book.relations.length)} relations, ${number(offers)} offers`;
  const weak = gaps.filter((gap) => isWeak(gap.class));
  const reach = () => reachDesk(database).reachOf(facts, { gaps, today });
  const reaching = await timesOf(reach);
  const known = (await reach()).size;
  return [
    ['reading the facts of the national graph', size, ...once(took)],
    ['full diagnosis, the whole graph as one chain', size, ...spread(times), '≤ 3 s'],
    [
      'reach of all weak links, table made anew',
      `${number(weak.length)} weak, of ${number(known)} something can be said`,
      ...[...spread(reaching), '–'],
    ],
  ];
}

async function readFacts(database: Database): Promise<{ facts: ChainFacts; took: number }> {
  const start = performance.now();
  const facts = await asSystem(database, async (tx) => {
    const read = new ChainFacts(await catalogueOf(tx), demoCity);
    await read.readMakers(tx);
    await read.readDemand(tx, since);
    return read;
  });
  return { facts, took: performance.now() - start };
}

function reachDesk(database: Database): ReachDesk {
  return new ReachDesk({
    city: demoCity,
    listHoldings: () => asSystem(database, (tx) => listHoldingFacts(tx, { city: demoCity, today })),
    clock: () => realEffects.now().getTime(),
  });
}

function asSystem<T>(database: Database, run: Parameters<typeof inContext<T>>[2]): Promise<T> {
  return inContext(database, { city: demoCity, viewer: 'system' }, run);
}

interface Times {
  readonly clock: number[];
  readonly processor: number[];
}

async function timesOf(run: () => unknown): Promise<Times> {
  const times: Times = { clock: [], processor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    await run();
    const { user, system } = process.cpuUsage(used);
    times.clock.push(performance.now() - start);
    times.processor.push((user + system) / 1000);
  }
  return times;
}

const spread = ({ clock, processor }: Times) => [
  ...[percentile(clock, 0.5), Math.max(...clock), percentile(processor, 0.5)].map(milliseconds),
];
const once = (took: number) => [milliseconds(took), '–', '–', '–'];
const number = (value: number) => value.toLocaleString('en-US');
