import { versionOn } from '@zhitong/domain/chains/chain-version';
import { type ChainGap, diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import type { FactBook } from '@zhitong/domain/chains/fact-book';
import type { GapClass } from '@zhitong/domain/chains/gap-class';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents, type SealedEvent } from '#platform/event-log';
import { listStoredChains, type StoredChain } from './chain-reading.ts';
import { endGapState, lockClasses, writeGapState } from './gap-state-store.ts';
import { listMapReaders } from './map-reader-store.ts';

export interface Keeping {
  readonly database: Database;
  readonly effects: Effects;
  readonly city: string;
}

interface Changed {
  readonly chain: StoredChain;
  readonly name: string;
  readonly gap: ChainGap;
  readonly before: GapClass | undefined;
}

/**
 * Writes the classes that are not what they were; of links that were not touched nothing is looked at. Handled twice it changes
 * nothing. Whoever answers for the chains is told of a change that an event made; what is found at a start or a new day is only kept.
 */
export async function keepGapStates(
  keeping: Keeping,
  { book, only, event }: { book: FactBook; only: ReadonlySet<string> | undefined; event: SealedEvent | null },
): Promise<void> {
  const { database, effects, city } = keeping;
  const at = effects.now();
  const today = cityDay(at);
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    const chains = await listStoredChains(tx, city);
    if (chains.length === 0) return;
    const before = await lockClasses(tx, city);
    const found = chains.flatMap((chain) => changesOf(chain, { book, only, today, before }));
    const changedBy = event && { event: event.type, subjectId: event.subjectId };
    for (const { chain, gap } of found) {
      const { productId, causes } = gap;
      await writeGapState(tx, { city, chainId: chain.id, productId, class: gap.class, causes, changedBy }, at);
    }
    if (only === undefined) await endLeft(tx, { city, today, at, chains, before });
    if (event) await tell(tx, keeping, { found, book, at });
  });
}

function changesOf(
  chain: StoredChain,
  given: {
    book: FactBook;
    only: ReadonlySet<string> | undefined;
    today: string;
    before: ReadonlyMap<string, GapClass>;
  },
): Changed[] {
  const version = versionOn(chain.versions, given.today);
  if (!version) return [];
  return diagnoseChain(version.content, given, given.only)
    .map((gap) => ({
      ...{ chain, name: version.content.name, gap },
      before: given.before.get(`${chain.id} ${gap.productId}`),
    }))
    .filter(({ gap, before }) => gap.class !== before);
}

/** Products that stand in no map any more. */
async function endLeft(
  tx: Tx,
  {
    city,
    today,
    at,
    chains,
    before,
  }: { city: string; today: string; at: Date; chains: readonly StoredChain[]; before: ReadonlyMap<string, GapClass> },
): Promise<void> {
  const there = new Set(
    chains.flatMap(({ id, versions }) =>
      (versionOn(versions, today)?.content.segments ?? []).flatMap(({ products }) =>
        products.map((one) => `${id} ${one}`),
      ),
    ),
  );
  for (const key of before.keys()) {
    const [chainId = '', ...rest] = key.split(' ');
    if (!there.has(key)) await endGapState(tx, { city, chainId, productId: rest.join(' ') }, at);
  }
}

async function tell(
  tx: Tx,
  { effects, city }: Keeping,
  { found, book, at }: { found: readonly Changed[]; book: FactBook; at: Date },
): Promise<void> {
  const news = found.filter(({ before }) => before !== undefined);
  if (news.length === 0) return;
  const audience = await listMapReaders(tx, city);
  if (audience.length === 0) return;
  await appendEvents(
    tx,
    news.map(({ chain, name, gap, before }) => {
      const product = book.products.get(gap.productId);
      return {
        ...{ city, id: effects.newId(), type: 'gap.changed' as const, subjectId: chain.id, at, audience },
        payload: {
          ...{ chain: name, productId: gap.productId, product: product?.name ?? gap.productId },
          ...{ before: before ?? null, class: gap.class },
        },
      };
    }),
  );
}
