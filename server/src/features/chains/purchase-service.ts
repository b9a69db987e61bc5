import type { PurchaseInput } from '@zhitong/contract/chains/purchase-contract';
import { decideFirst, decidePurchase, decidePurchaseDeed } from '@zhitong/domain/chains/purchase';
import type { PurchaseDeed } from '@zhitong/domain/matching/notice-chains';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { findNames } from './firm-naming.ts';
import { listMapReaders } from './map-reader-store.ts';
import {
  endPurchase,
  findHolder,
  findSame,
  holdFirms,
  insertPurchase,
  lockPurchase,
  type StoredPurchase,
  writePurchase,
  writeVerification,
} from './purchase-store.ts';

export type WrittenPurchase = Pick<StoredPurchase, 'id' | 'level' | 'edition'>;

/** A firm says what it buys; the bureau may enter it for one that has said so elsewhere. */
export async function enterPurchaseFor(
  deps: ChainDeps,
  viewer: Viewer,
  { organisation, ...content }: PurchaseInput & { organisation?: string | undefined },
): Promise<WrittenPurchase> {
  await decideInput(deps, content);
  const { effects } = deps;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const organisationId = await firmOf(tx, viewer, organisation);
    const purchase: StoredPurchase = {
      ...{ city: viewer.city, id: effects.newId(), organisationId, content },
      ...{ level: 'declared', edition: 1, withdrawn: false },
    };
    await decideOnce(tx, deps, purchase);
    await insertPurchase(tx, purchase, { by: viewer.personName, at: effects.now() });
    return note(tx, deps, { viewer, purchase, deed: 'entered' });
  });
}

export async function changePurchaseFor(
  deps: ChainDeps,
  viewer: Viewer,
  { id, seen, ...content }: PurchaseInput & { id: string; seen: number },
): Promise<WrittenPurchase> {
  await decideInput(deps, content);
  return onPurchase(deps, viewer, {
    id,
    seen,
    deed: 'change',
    write: async (tx, before) => {
      const purchase: StoredPurchase = { ...before, content, level: 'declared' };
      await decideOnce(tx, deps, purchase);
      await writePurchase(tx, purchase);
      return note(tx, deps, { viewer, purchase, deed: 'changed', before });
    },
  });
}

export function verifyPurchaseFor(
  deps: ChainDeps,
  viewer: Viewer,
  { id, seen, evidence }: { id: string; seen: number; evidence: string },
): Promise<WrittenPurchase> {
  return onPurchase(deps, viewer, {
    id,
    seen,
    deed: 'verify',
    write: async (tx, before) => {
      const purchase: StoredPurchase = { ...before, level: 'confirmed' };
      await writeVerification(tx, purchase, { evidence, by: viewer.personName, at: deps.effects.now() });
      return note(tx, deps, { viewer, purchase, deed: 'verified', evidence });
    },
  });
}

export function withdrawPurchaseFor(
  deps: ChainDeps,
  viewer: Viewer,
  { id, seen }: { id: string; seen: number },
): Promise<WrittenPurchase> {
  return onPurchase(deps, viewer, {
    id,
    seen,
    deed: 'withdraw',
    write: async (tx, purchase) => {
      await endPurchase(tx, purchase, deps.effects.now());
      return note(tx, deps, { viewer, purchase, deed: 'withdrawn' });
    },
  });
}

interface OnPurchase {
  readonly id: string;
  readonly seen: number;
  readonly deed: Parameters<typeof decidePurchaseDeed>[1];
  readonly write: (tx: Tx, purchase: StoredPurchase) => Promise<WrittenPurchase>;
}

/** Locked, decided on what is locked, and counted as one edition more. */
function onPurchase(
  { database }: ChainDeps,
  viewer: Viewer,
  { id, seen, deed, write }: OnPurchase,
): Promise<WrittenPurchase> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const { city } = viewer;
    // the firm first, as everybody who registers or merges holds it
    const holder = deed === 'change' ? await findHolder(tx, { city, id }) : undefined;
    if (holder !== undefined) await holdFirms(tx, city, [holder]);
    const before = await lockPurchase(tx, { city, id });
    if (!before) throw new Refusal('platform.not-found');
    decidePurchaseDeed(before, deed, seen);
    return write(tx, { ...before, edition: before.edition + 1 });
  });
}

async function decideInput({ chains, effects }: ChainDeps, content: PurchaseInput): Promise<void> {
  const { book, origins } = await chains.facts();
  const { origin } = content;
  decidePurchase(content, {
    ...{ today: cityDay(effects.now()), isProduct: book.products.has(content.productId) },
    isPlace: origin === null || origins.find(origin) !== undefined,
  });
}

async function firmOf(tx: Tx, viewer: Viewer, organisation: string | undefined): Promise<string> {
  const id = organisation ?? viewer.organisationId;
  if (id !== viewer.organisationId && viewer.role !== 'operator') throw new Refusal('platform.forbidden');
  if (!(await holdFirms(tx, viewer.city, [id])).has(id)) throw new Refusal('purchases.unknown-organisation');
  return id;
}

async function decideOnce(tx: Tx, { chains }: ChainDeps, purchase: StoredPurchase): Promise<void> {
  const { book, origins } = await chains.facts();
  const { productId, origin } = purchase.content;
  const product = book.products.get(productId);
  const name = product?.name ?? productId;
  decideFirst(await findSame(tx, purchase), {
    product: { zh: name, en: product?.nameEn ?? name },
    origin: origin === null ? undefined : origins.find(origin)?.name,
  });
}

interface Noted {
  readonly viewer: Viewer;
  readonly purchase: StoredPurchase;
  readonly deed: PurchaseDeed;
  readonly before?: StoredPurchase;
  readonly evidence?: string;
}

async function note(
  tx: Tx,
  deps: ChainDeps,
  { viewer, purchase, deed, before, evidence }: Noted,
): Promise<WrittenPurchase> {
  const { effects, chains } = deps;
  const { city, id, organisationId, content, level, edition } = purchase;
  await recordAudit(tx, effects, {
    ...{ action: `purchase.${deed}`, subject: { kind: 'purchase', id } },
    ...(before && { before: factsOf(before) }),
    after: { ...factsOf(purchase), ...(evidence === undefined ? {} : { evidence }) },
  });
  const { book } = await chains.facts();
  const names = await findNames(tx, city, [organisationId]);
  const readers = viewer.role === 'operator' ? await listMapReaders(tx, city) : [viewer.organisationId];
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'purchase.changed', subjectId: id, at: effects.now() },
      ...{ audience: [...new Set([organisationId, ...readers])], actorId: viewer.personId },
      payload: {
        ...{ deed, by: viewer.organisationName, firm: names.get(organisationId) ?? '' },
        product: book.products.get(content.productId)?.name ?? content.productId,
      },
    },
  ]);
  return { id, level, edition };
}

function factsOf({ content, level, edition }: StoredPurchase) {
  return { ...content, level, edition };
}
