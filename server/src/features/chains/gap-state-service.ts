import { versionOn } from '@zhitong/domain/chains/chain-version';
import { type ChainGap, diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import type { FactBook } from '@zhitong/domain/chains/fact-book';
import type { GapClass } from '@zhitong/domain/chains/gap-class';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents, type SealedEvent } from '#platform/event-log';
import type { StoredChain } from './chain-reading.ts';
import { endGapState, listClasses, lockClasses, writeGapState } from './gap-state-store.ts';
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

interface Looking {
  readonly chains: readonly StoredChain[];
  readonly book: FactBook;
  /** undefined: every link */
  readonly only: ReadonlySet<string> | undefined;
}

/** A link whose product stands in no map any more. */
interface Left {
  readonly chainId: string;
  readonly productId: string;
}

/**
 * Writes the classes that are not what they were; of links that were not touched nothing is looked at. What is so already costs one
 * reading: chains are locked, and looked at once more, only where something has to be written. Handled twice it changes nothing.
 * Whoever answers for the chains is told of a change that an event made; what is found at a start or a new day is only kept.
 */
export async function keepGapStates(
  keeping: Keeping,
  { event, ...looking }: Looking & { readonly event: SealedEvent | null },
): Promise<void> {
  const { database, effects, city } = keeping;
  if (looking.chains.length === 0) return;
  const at = effects.now();
  const found = diagnosesOn(looking, cityDay(at));
  const asSystem = <T>(run: (tx: Tx) => Promise<T>) => inContext(database, { city, viewer: 'system' }, run);
  const kept = await asSystem((tx) => listClasses(tx, city, looking.only));
  if (changesIn(found, kept).length === 0 && leftIn(found, kept, looking).length === 0) return;
  await asSystem(async (tx) => {
    const before = await lockClasses(tx, city);
    const changed = changesIn(found, before);
    const changedBy = event && { event: event.type, subjectId: event.subjectId };
    for (const { chain, gap } of changed) {
      const { productId, causes } = gap;
      await writeGapState(tx, { city, chainId: chain.id, productId, class: gap.class, causes, changedBy }, at);
    }
    for (const left of leftIn(found, before, looking)) await endGapState(tx, { city, ...left }, at);
    if (event) await tell(tx, keeping, { found: changed, book: looking.book, at });
  });
}

type Diagnosed = Omit<Changed, 'before'>;

function diagnosesOn({ chains, book, only }: Looking, today: string): Diagnosed[] {
  return chains.flatMap((chain) => {
    const version = versionOn(chain.versions, today);
    if (!version) return [];
    const gaps = diagnoseChain(version.content, { book, today }, only);
    return gaps.map((gap) => ({ chain, name: version.content.name, gap }));
  });
}

function changesIn(found: readonly Diagnosed[], kept: ReadonlyMap<string, GapClass>): Changed[] {
  return found
    .map((one) => ({ ...one, before: kept.get(`${one.chain.id} ${one.gap.productId}`) }))
    .filter(({ gap, before }) => gap.class !== before);
}

/** Only where every link was looked at is it known which ones are gone. */
function leftIn(found: readonly Diagnosed[], kept: ReadonlyMap<string, GapClass>, { only }: Looking): Left[] {
  if (only !== undefined) return [];
  const there = new Set(found.map(({ chain, gap }) => `${chain.id} ${gap.productId}`));
  return [...kept.keys()]
    .filter((key) => !there.has(key))
    .map((key) => {
      const [chainId = '', ...rest] = key.split(' ');
      return { chainId, productId: rest.join(' ') };
    });
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
