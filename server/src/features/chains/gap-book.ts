import { versionOn } from '@zhitong/domain/chains/chain-version';
import type { Sentence } from '@zhitong/domain/language';
import type { Tx } from '#platform/database';
import { listStoredChains } from './chain-reading.ts';

/** A link of a chain as it is on the map in force. */
export interface NamedGap {
  readonly chainId: string;
  readonly productId: string;
  readonly chain: Sentence;
}

/** `<chain>:<product>`, as the list of gaps names it. */
export const gapIdOf = (chainId: string, productId: string) => `${chainId}:${productId}`;

/** The link that is meant, if the map of a day has it. */
export async function findGap(
  tx: Tx,
  { city, gap, day }: { city: string; gap: string; day: string },
): Promise<NamedGap | undefined> {
  const at = gap.indexOf(':');
  const [chainId, productId] = [gap.slice(0, at), gap.slice(at + 1)];
  const chain = (await listStoredChains(tx, city)).find(({ id }) => id === chainId);
  const content = chain && versionOn(chain.versions, day)?.content;
  if (!content?.segments.some(({ products }) => products.includes(productId))) return undefined;
  return { chainId, productId, chain: { zh: content.name, en: content.nameEn ?? content.name } };
}
