import { versionOn } from '@zhitong/domain/chains/chain-version';
import type { Sentence } from '@zhitong/domain/language';
import type { Tx } from '#platform/database';
import { listStoredChains } from './chain-reading.ts';

/** What each chain of the city is called on a day, by the map in force; one without a map by its last one. */
export async function findChainNames(
  tx: Tx,
  { city, day }: { city: string; day: string },
): Promise<ReadonlyMap<string, Sentence>> {
  return new Map(
    (await listStoredChains(tx, city)).flatMap(({ id, versions }) => {
      const content = (versionOn(versions, day) ?? versions.at(-1))?.content;
      return content ? [[id, { zh: content.name, en: content.nameEn ?? content.name }] as const] : [];
    }),
  );
}
