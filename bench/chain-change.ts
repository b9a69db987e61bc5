import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type GapReply, getGap, listChains, listGaps } from '@zhitong/contract/chains/chain-contract';
import { signIn } from './bench-client.ts';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { readCsv } from './csv-rows.ts';

const changes = 120;
const patienceMs = 120_000;
const mostStarting = 60;
const quickMs = 500;
const purchaseFen = 123_456_00;

interface Priced {
  readonly chain: string;
  readonly product: string;
}

/** From the moment a firm sends what it buys until the gap shows the greater sum. */
export async function chainChange(): Promise<BenchTable> {
  const server = await startBenchServer('demo');
  try {
    const json = { 'content-type': 'application/json' };
    const asFirm = { ...(await signIn(server.url, 'firm.buyer')), ...json };
    const asBureau = await signIn(server.url, 'bureau');
    const at = await findPriced(server.url, asBureau);
    const read = async () => fenOf(getGap.reply.parse(await ask(gapUrl(server.url, at), asBureau)).gap);
    const origins = elsewhere();
    const change = () => showingTime(server.url, { at, asFirm, read, origin: origins.pop() ?? '' });
    const start: number[] = [];
    // a city just seeded has a log that is first sealed and worked through: measured apart, until five in a row are quick
    while (start.length < mostStarting && (start.length < 5 || Math.max(...start.slice(-5)) > quickMs))
      start.push((await change()).shown);
    const answered: number[] = [];
    const shown: number[] = [];
    for (let count = 0; count < changes; count += 1) {
      const took = await change();
      answered.push(took.answered);
      shown.push(took.shown);
    }
    const row = (what: string, times: readonly number[], aim: string) => [
      ...[what, String(times.length), milliseconds(percentile(times, 0.5)), milliseconds(percentile(times, 0.99))],
      ...[milliseconds(Math.max(...times)), aim],
    ];
    return {
      title: 'Chains: one changed fact → the gap shows it',
      note: 'The whole product with the demo city in a process of its own, embedded PostgreSQL with fsync, over loopback. The time starts when the firm sends POST /api/purchases and ends when GET /api/chains/:id/gaps/:product shows the sum with it; the gap is asked again 5 ms after each answer. It includes the transaction, sealing, the log, reading the product’s rows and the diagnosis.',
      head: ['what', 'samples', 'p50', 'p99', 'slowest', 'aim'],
      rows: [
        row('the gap shows it, right after the first start of a seeded city', start, '–'),
        row('answer to the firm', answered, '–'),
        row('the gap shows it', shown, 'p99 ≤ 1 s'),
      ],
    };
  } finally {
    await server.stop();
  }
}

/** A link whose price is shown, and of which what is declared is. */
async function findPriced(url: string, headers: Record<string, string>): Promise<Priced> {
  const { chains } = listChains.reply.parse(await ask(`${url}/api/chains`, headers));
  for (const { id } of chains) {
    const { gaps } = listGaps.reply.parse(await ask(`${url}/api/chains/${id}/gaps`, headers));
    const priced = gaps.find(({ demand }) => demand.declaredFen !== null);
    if (priced) return { chain: id, product: priced.product.id };
  }
  throw new Error('no chain of the demo city has a link with a declared price');
}

/** Prefectures outside the province: a firm registers a product once from each. */
function elsewhere(): string[] {
  const rows = readCsv(join(import.meta.dirname, '..', 'data', 'regions', 'divisions.csv'), ['code', 'level']);
  return rows.filter(({ code, level }) => level === 'prefecture' && !code.startsWith('37')).map(({ code }) => code);
}

const gapUrl = (url: string, { chain, product }: Priced) => `${url}/api/chains/${chain}/gaps/${product}`;
const fenOf = ({ demand }: Pick<GapReply, 'demand'>) => (demand.confirmedFen ?? 0) + (demand.declaredFen ?? 0);

interface Asking {
  readonly at: Priced;
  readonly asFirm: Record<string, string>;
  readonly read: () => Promise<number>;
  readonly origin: string;
}

async function showingTime(url: string, { at, asFirm, read, origin }: Asking) {
  const before = await read();
  const sent = performance.now();
  await buy(url, asFirm, { productId: at.product, origin });
  const answered = performance.now() - sent;
  while ((await read()) !== before + purchaseFen) {
    if (performance.now() - sent > patienceMs) throw new Error(`the gap of ${at.product} did not change`);
    await pause(5);
  }
  return { answered, shown: performance.now() - sent };
}

async function buy(
  url: string,
  headers: Record<string, string>,
  bought: { readonly productId: string; readonly origin: string },
): Promise<void> {
  const body = JSON.stringify({ ...bought, fenAYear: purchaseFen, asOf: '2026-01-05' });
  const reply = await fetch(`${url}/api/purchases`, { method: 'POST', headers, body });
  if (reply.status !== 201) throw new Error(`the purchase was not taken: ${reply.status} ${await reply.text()}`);
}

async function ask(url: string, headers: Record<string, string>): Promise<unknown> {
  const reply = await fetch(url, { headers });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}
