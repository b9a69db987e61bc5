import { setTimeout as pause } from 'node:timers/promises';
import { type GapReply, getGap, listChains, listGaps } from '@zhitong/contract/chains/chain-contract';
import { enterPurchase } from '@zhitong/contract/chains/purchase-contract';
import { signIn } from './bench-client.ts';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';

const changes = 120;
const patienceMs = 120_000;
const mostStarting = 60;
const quickMs = 500;
/** so many times what the gap shows: no coarse sum swallows it */
const greater = 20;
/** a prefecture outside the province from which nobody buys in the demo city */
const origin = '450100';
const probeMs = 5_000;

/** From the moment a firm sends what it buys, or that it buys it no longer, until the gap shows another sum. */
export async function chainChange(): Promise<BenchTable> {
  const server = await startBenchServer('demo');
  try {
    const json = { 'content-type': 'application/json' };
    const asFirm = { ...(await signIn(server.url, 'firm.buyer')), ...json };
    const asBureau = await signIn(server.url, 'bureau');
    const turns = await turnsOf(server.url, { asFirm, asBureau });
    const change = () => showingTime(turns);
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
      note: 'The whole product with the demo city in a process of its own, embedded PostgreSQL with fsync, over loopback. The time starts when the firm sends POST /api/purchases and ends when GET /api/chains/:id/gaps/:product shows another sum; the gap is asked again 5 ms after each answer. It includes the transaction, sealing, the log, reading the product’s rows and the diagnosis. Sums are published in coarse steps: the firm in turn registers twenty times what the gap shows and withdraws it again.',
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

interface Asking {
  readonly asFirm: Record<string, string>;
  readonly asBureau: Record<string, string>;
}

interface Turns {
  readonly read: () => Promise<number>;
  /** registers the purchase, or withdraws the one that is registered */
  readonly turn: () => Promise<void>;
}

/** Of the first link whose price shows what the firm buys of it: a product of which only kinds are bought by five firms does not. */
async function turnsOf(url: string, asking: Asking): Promise<Turns> {
  for (const priced of await listPriced(url, asking.asBureau)) {
    const turns = turnsAt(url, priced, asking);
    const before = await turns.read();
    await turns.turn();
    const isShown = await comes(turns.read, (fen) => fen !== before, probeMs);
    await turns.turn();
    if (isShown && (await comes(turns.read, (fen) => fen === before))) return turns;
  }
  throw new Error('no chain of the demo city has a link whose price shows another buyer');
}

function turnsAt(url: string, { link, product, fen }: Priced, { asFirm, asBureau }: Asking): Turns {
  let registered: string | undefined;
  return {
    read: async () => fenOf(getGap.reply.parse(await ask(link, asBureau)).gap),
    turn: async () => {
      if (registered === undefined) {
        const body = { productId: product, origin, fenAYear: fen * greater, asOf: '2026-01-05' };
        const answer = await send(`${url}/api/purchases`, asFirm, body);
        registered = enterPurchase.reply.parse(answer).purchase.id;
      } else {
        await send(`${url}/api/purchases/${registered}/withdrawal`, asFirm, { seen: 1 });
        registered = undefined;
      }
    },
  };
}

interface Priced {
  readonly link: string;
  readonly product: string;
  readonly fen: number;
}

async function listPriced(url: string, headers: Record<string, string>): Promise<Priced[]> {
  const { chains } = listChains.reply.parse(await ask(`${url}/api/chains`, headers));
  const found: Priced[] = [];
  for (const { id } of chains) {
    const { gaps } = listGaps.reply.parse(await ask(`${url}/api/chains/${id}/gaps`, headers));
    const priced = gaps.filter((gap) => fenOf(gap) > 0);
    for (const gap of priced) {
      const product = gap.product.id;
      found.push({ link: `${url}/api/chains/${id}/gaps/${product}`, product, fen: fenOf(gap) });
    }
  }
  return found;
}

const fenOf = (gap: Pick<GapReply, 'demand'> | null) =>
  (gap?.demand.confirmedFen ?? 0) + (gap?.demand.declaredFen ?? 0);

async function showingTime({ read, turn }: Turns) {
  const before = await read();
  const sent = performance.now();
  await turn();
  const answered = performance.now() - sent;
  if (!(await comes(read, (fen) => fen !== before))) throw new Error('the gap did not change');
  return { answered, shown: performance.now() - sent };
}

/** What is shown comes to be so within the time. */
async function comes(
  read: () => Promise<number>,
  isSo: (fen: number) => boolean,
  withinMs = patienceMs,
): Promise<boolean> {
  const asked = performance.now();
  while (!isSo(await read())) {
    if (performance.now() - asked > withinMs) return false;
    await pause(5);
  }
  return true;
}

async function send(url: string, headers: Record<string, string>, body: object): Promise<unknown> {
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}

async function ask(url: string, headers: Record<string, string>): Promise<unknown> {
  const reply = await fetch(url, { headers });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}
