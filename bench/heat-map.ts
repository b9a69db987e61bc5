import { listChains } from '@zhitong/contract/chains/chain-contract';
import { getHeatMap } from '@zhitong/contract/investment/heat-contract';
import { signIn } from './bench-client.ts';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';

const rounds = 60;
const slugs = ['carbon-fibre', 'ships', 'medical'] as const;

/** The heat map of three chains over every firm of the imported nation. No peer does the same. */
export async function heatMap(): Promise<BenchTable> {
  const server = await startBenchServer('nation');
  try {
    const headers = await signIn(server.url, 'bureau');
    const ask = async (path: string) => (await fetch(`${server.url}${path}`, { headers })).json();
    const { chains } = listChains.reply.parse(await ask('/api/chains'));
    const rows: string[][] = [];
    for (const slug of slugs) {
      const id = chains.find((chain) => chain.slug === slug)?.id ?? '';
      const times: number[] = [];
      let size = '';
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now();
        const found = getHeatMap.reply.parse(await ask(`/api/heatmap?chain=${id}`));
        times.push(performance.now() - began);
        size = `${found.wanted.length} weak links, ${found.total} firms in ${found.areas.length} prefectures`;
      }
      // the first question reads the facts of the chains into memory
      const [first = 0, ...warm] = times;
      rows.push([
        ...[slug, size, milliseconds(first), milliseconds(percentile(warm, 0.5)), milliseconds(percentile(warm, 0.99))],
      ]);
    }
    return {
      title: 'Investment: the heat map of a chain over the imported nation',
      note: `The whole product with the demo city and the chainkg import (4,586 companies, 53,139 offers, 95k products) in a process of its own, embedded PostgreSQL with fsync, over loopback; GET /api/heatmap?chain=… with its reply checked, ${rounds} times one after the other. The first question is measured apart.`,
      head: ['chain', 'size', 'first', 'p50', 'p99'],
      rows,
    };
  } finally {
    await server.stop();
  }
}
