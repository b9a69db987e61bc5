import { diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import { decideValidFrom, lastPublished } from '@zhitong/domain/chains/draft-days';
import { type DraftAction, decideDraftAction, foldDraft } from '@zhitong/domain/chains/draft-state';
import { isWeak } from '@zhitong/domain/chains/gap-class';
import type { DraftDeedNews } from '@zhitong/domain/matching/notice-chains';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import type { ChainFacts } from './chain-facts.ts';
import { getStoredChain, listStoredChains } from './chain-reading.ts';
import { isOpen, type StoredDraft } from './draft-reading.ts';
import { decideSeen, isSameAgain, lockDraft, note } from './draft-service.ts';
import { problemsOf } from './draft-standing.ts';
import { endVersion, writeDraft } from './draft-store.ts';
import { listMapReaders } from './map-reader-store.ts';

export type Turn = Exclude<DraftAction, 'begin' | 'save'>;

interface TurnWish {
  readonly id: string;
  readonly action: Turn;
  readonly seen: number;
  readonly reason?: string | undefined;
}

/** Handed in, sent back, published, thrown away. The same click twice is one. */
export async function turnDraftFor(
  deps: ChainDeps,
  viewer: Viewer,
  { id, action, seen, reason }: TurnWish,
): Promise<Pick<StoredDraft, 'number' | 'state' | 'edition'>> {
  const facts = await deps.chains.facts();
  const { personId, personName: by, city } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const { draft, deeds } = await lockDraft(tx, { city, id });
    if (isSameAgain(deeds, { action, seen, viewer })) return draft;
    if (!isOpen(draft)) throw new Refusal('chains.no-draft');
    decideDraftAction(deeds, { action, personId, reason });
    decideSeen(draft, seen);
    const turned = { ...draft, state: foldDraft([...deeds, { action, personId }]), edition: draft.edition + 1 };
    if (action === 'send' || action === 'publish') await decideWhole(tx, deps, { draft, facts });
    if (action === 'publish') await endBefore(tx, deps, draft);
    await writeDraft(tx, turned, { at: deps.effects.now(), by });
    await note(tx, deps, { viewer, draft: turned, action, reason });
    await tell(tx, deps, { viewer, draft: turned, action, facts });
    return turned;
  });
}

interface Deciding {
  readonly draft: StoredDraft;
  readonly facts: ChainFacts;
}

/** All that a published map must be, looked at once more with the chains as they are now. */
async function decideWhole(tx: Tx, { effects }: ChainDeps, { draft, facts }: Deciding): Promise<void> {
  const chains = await listStoredChains(tx, draft.city);
  const [first] = problemsOf(draft, { book: facts.book, chains, today: cityDay(effects.now()) });
  if (first) throw first;
}

async function endBefore(tx: Tx, { effects }: ChainDeps, { city, chainId, validFrom }: StoredDraft): Promise<void> {
  const { versions } = await getStoredChain(tx, { city, id: chainId });
  decideValidFrom(versions, { from: validFrom, today: cityDay(effects.now()) });
  const last = lastPublished(versions);
  if (last) await endVersion(tx, { city, chainId, number: last.number, until: validFrom });
}

const news = { send: 'sent', return: 'returned', discard: 'discarded' } as const satisfies Record<
  Exclude<Turn, 'publish'>,
  DraftDeedNews
>;

async function tell(
  tx: Tx,
  { effects }: ChainDeps,
  { viewer, draft, action, facts }: Deciding & { viewer: Viewer; action: Turn },
): Promise<void> {
  const { city, chainId, number, content, validFrom } = draft;
  const common = { city, id: effects.newId(), subjectId: chainId, at: effects.now(), actorId: viewer.personId };
  const payload = { chain: content.name, number, by: viewer.personName };
  if (action !== 'publish') {
    const audience = [viewer.organisationId];
    await appendEvents(tx, [
      { ...common, type: 'chain.drafted', audience, payload: { ...payload, deed: news[action] } },
    ]);
    return;
  }
  const gaps = diagnoseChain(content, { book: facts.book, today: cityDay(effects.now()) });
  const weak = gaps.filter((gap) => isWeak(gap.class)).length;
  await appendEvents(tx, [
    {
      ...{ ...common, type: 'chain.published', audience: await listMapReaders(tx, city) },
      payload: { ...payload, deed: 'published', from: validFrom, products: gaps.length, weak },
    },
  ]);
}
