import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import type { ChainVersion, ChainVersionState } from '@zhitong/domain/chains/chain-version';
import { Refusal } from '@zhitong/domain/refusal';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export interface StoredChain {
  readonly id: string;
  readonly slug: string;
  readonly demo: boolean;
  /** oldest first, as far as the context may read them */
  readonly versions: readonly ChainVersion[];
}

/** One of them; nothing of the others is read. */
export async function getStoredChain(tx: Tx, { city, id }: { city: string; id: string }): Promise<StoredChain> {
  const [chain] = await readChains(tx, { city, id });
  if (!chain) throw new Refusal('platform.not-found');
  return chain;
}

/** Chains with their versions; a city has some dozens at most. */
export async function listStoredChains(tx: Tx, city: string): Promise<StoredChain[]> {
  return readChains(tx, { city });
}

async function readChains(tx: Tx, { city, id }: { city: string; id?: string }): Promise<StoredChain[]> {
  const chains = await tx
    .selectFrom('chain')
    .select(['id', 'slug', 'demo'])
    .where('city', '=', city)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('slug')
    .limit(200)
    .execute();
  const rows = await tx
    .selectFrom('chain_version')
    .select(['chain_id', 'number', 'state', 'content', 'valid_from', 'valid_to'])
    .where('city', '=', city)
    .$if(id !== undefined, (query) => query.where('chain_id', '=', id ?? ''))
    .orderBy('chain_id')
    .orderBy('number')
    .limit(2_000)
    .execute();
  const versions = Map.groupBy(rows, ({ chain_id }) => chain_id);
  return chains.map((chain) => ({
    ...chain,
    versions: (versions.get(chain.id) ?? []).map((row) => ({
      ...{ number: row.number, state: wordColumn<ChainVersionState>(row.state) },
      ...{ validFrom: row.valid_from, validTo: row.valid_to, content: jsonColumn<ChainContent>(row.content) },
    })),
  }));
}
