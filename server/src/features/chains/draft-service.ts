import { isDeepStrictEqual } from 'node:util';
import { type ChainContent, decideDraftContent } from '@zhitong/domain/chains/chain-map';
import { lastPublished } from '@zhitong/domain/chains/draft-days';
import { type DraftAction, decideDraftAction } from '@zhitong/domain/chains/draft-state';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { getStoredChain } from './chain-reading.ts';
import { findLatest, isOpen, listDeeds, type StoredDeed, type StoredDraft, type Written } from './draft-reading.ts';
import { findMade, insertChain, insertDeed, insertDraft, lockChain, writeDraft } from './draft-store.ts';
import { findNames } from './firm-naming.ts';

const dayMs = 86_400_000;

/** A chain that is not there yet, with its first draft; the same click twice makes one. */
export async function createChainFor(
  deps: ChainDeps,
  viewer: Viewer,
  wish: { name: string; nameEn: string | null; slug: string; idempotencyKey: string },
): Promise<{ id: string; slug: string }> {
  const { effects } = deps;
  const { name, nameEn, slug } = wish;
  const { city } = viewer;
  const madeKey = `${viewer.personId} ${wish.idempotencyKey}`;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const at = effects.now();
    const id = await insertChain(tx, { city, id: effects.newId(), slug, madeKey, at });
    if (id === undefined) {
      const made = await findMade(tx, { city, madeKey });
      if (made) return made;
      throw new Refusal('chains.slug-taken', { slug });
    }
    const people = { chief: null, leadBodyId: null, leaderId: null, expert: null };
    const content: ChainContent = { name, nameEn, ...people, segments: [], links: [], entries: [] };
    await recordAudit(tx, effects, { action: 'chain.begun', subject: { kind: 'chain', id }, after: { slug, name } });
    await begin(tx, deps, { viewer, draft: firstOf({ city, id, number: 1 }, { content, from: cityDay(at) }) });
    return { id, slug };
  });
}

/** The next version as a copy of the last one; where one is open, that one. */
export async function beginDraftFor(
  deps: ChainDeps,
  viewer: Viewer,
  id: string,
): Promise<Pick<StoredDraft, 'number' | 'edition'>> {
  const { city } = viewer;
  const today = cityDay(deps.effects.now());
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    if (!(await lockChain(tx, { city, id }))) throw new Refusal('platform.not-found');
    const latest = await findLatest(tx, { city, id });
    if (!latest) throw new Refusal('platform.not-found');
    if (isOpen(latest)) {
      const { number, edition, state } = latest;
      const opened = {
        action: 'chain.draft-opened',
        subject: { kind: 'chain', id },
        after: { number, edition, state },
      };
      await recordAudit(tx, deps.effects, opened);
      return latest;
    }
    const last = lastPublished((await getStoredChain(tx, { city, id })).versions);
    const content = last?.content ?? latest.content;
    const from = last && last.validFrom >= today ? dayAfter(last.validFrom) : today;
    return begin(tx, deps, { viewer, draft: firstOf({ city, id, number: latest.number + 1 }, { content, from }) });
  });
}

/** Saved as the edition after the one its writer has seen; the same sent twice is saved once. */
export async function saveDraftFor(
  deps: ChainDeps,
  viewer: Viewer,
  { id, seen, content, validFrom }: { id: string; seen: number; content: ChainContent; validFrom: string },
): Promise<StoredDraft> {
  const { book } = await deps.chains.facts();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const { draft, deeds } = await lockDraft(tx, { city: viewer.city, id });
    if (isSameAgain(deeds, { action: 'save', seen, viewer }) && isDeepStrictEqual(content, draft.content)) return draft;
    decideDraftAction(deeds, { action: 'save', personId: viewer.personId });
    decideSeen(draft, seen);
    decideDraftContent(content, (product) => book.products.get(product));
    await decideBodies(tx, viewer.city, content);
    const saved = { ...draft, content, validFrom, edition: draft.edition + 1 };
    await writeDraft(tx, saved, { at: deps.effects.now(), by: viewer.personName });
    await note(tx, deps, { viewer, draft: saved, action: 'save' });
    return saved;
  });
}

export interface LockedDraft {
  readonly draft: StoredDraft & { readonly written: Written };
  readonly deeds: readonly StoredDeed[];
}

/** The latest version of a chain, held; refused where there is none. */
export async function lockDraft(tx: Tx, key: { city: string; id: string }): Promise<LockedDraft> {
  if (!(await lockChain(tx, key))) throw new Refusal('platform.not-found');
  const draft = await findLatest(tx, key);
  if (!draft) throw new Refusal('chains.no-draft');
  return { draft, deeds: await listDeeds(tx, draft) };
}

/** The answer was lost on its way and the same is sent once more. */
export function isSameAgain(
  deeds: readonly StoredDeed[],
  { action, seen, viewer }: { action: DraftAction; seen: number; viewer: Viewer },
): boolean {
  const last = deeds.at(-1);
  return last?.action === action && last.seq === seen + 1 && last.personId === viewer.personId;
}

export function decideSeen({ edition, written }: LockedDraft['draft'], seen: number): void {
  if (edition !== seen) throw new Refusal('chains.draft-changed', { by: written.by, edition });
}

/** The deed and its line of the trail, in the transaction of what was written. */
export async function note(
  tx: Tx,
  { effects }: Pick<ChainDeps, 'effects'>,
  done: { viewer: Viewer; draft: StoredDraft; action: DraftAction; reason?: string | undefined },
): Promise<void> {
  const { viewer, draft, action, reason } = done;
  const { chainId, number, edition, state, validFrom, content } = draft;
  const { personId, personName: by } = viewer;
  await insertDeed(tx, draft, { seq: edition, action, personId, by, at: effects.now(), reason: reason ?? null });
  const segments = content.segments.length;
  const products = content.segments.reduce((sum, one) => sum + one.products.length, 0);
  await recordAudit(tx, effects, {
    ...{ action: `chain.draft-${action}`, subject: { kind: 'chain', id: chainId }, why: reason },
    after: { number, edition, state, from: validFrom, segments, products },
  });
}

async function begin(
  tx: Tx,
  deps: ChainDeps,
  { viewer, draft }: { viewer: Viewer; draft: StoredDraft },
): Promise<StoredDraft> {
  await insertDraft(tx, draft, { at: deps.effects.now(), by: viewer.personName });
  await note(tx, deps, { viewer, draft, action: 'begin' });
  return draft;
}

function firstOf(
  { city, id, number }: { city: string; id: string; number: number },
  { content, from }: { content: ChainContent; from: string },
): StoredDraft {
  return { city, chainId: id, number, state: 'draft', edition: 1, validFrom: from, content };
}

async function decideBodies(tx: Tx, city: string, { leadBodyId, leaderId }: ChainContent): Promise<void> {
  const named = [leadBodyId, leaderId].filter((id) => id !== null);
  const known = await findNames(tx, city, named);
  if (named.some((id) => !known.has(id))) throw new Refusal('chains.unknown-body');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
}
