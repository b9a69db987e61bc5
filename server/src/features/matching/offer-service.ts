import type { EventType } from '@zhitong/domain/matching/event';
import { decideOffer } from '@zhitong/domain/matching/offer-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { mergedRecords } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import {
  changeOffer,
  findSameOffer,
  hasProduct,
  insertOffer,
  lockOffer,
  lockOfferOwner,
  markOfferWithdrawn,
  type OfferFields,
  type OfferKey,
  putOfferSearch,
  removeOfferSearch,
} from './offer-store.ts';

export interface OfferDeps {
  readonly database: Database;
  readonly effects: Effects;
  /** the product of the graph these words stand for, or null */
  readonly recogniseProduct: (text: string) => string | null;
}

/** What a firm sends; without a product id the words are recognised. */
export type OfferDraft = Omit<OfferFields, 'productId'> & { readonly productId?: string | null | undefined };

/** Publishes an offer. Publishing the very same again (a double click) answers the one that stands. */
export function publishOffer(deps: OfferDeps, viewer: Viewer, draft: OfferDraft): Promise<string> {
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const at = deps.effects.now();
    const fields = await checked(tx, deps, draft);
    const { city, organisationId } = viewer;
    const owner = await lockOfferOwner(tx, city, organisationId);
    await mergedRecords.refuseAway(tx, { city, id: organisationId, name: owner.name });
    const same = await findSameOffer(tx, { city, organisationId }, fields);
    if (same !== undefined) return same;
    const key: OfferKey = { city, organisationId, id: deps.effects.newId() };
    await insertOffer(tx, key, { ...fields, demo: owner.demo, at });
    await putOfferSearch(tx, key, { ...fields, owner });
    await recordAudit(tx, deps.effects, { action: 'offer.published', subject: subjectOf(key), after: { ...fields } });
    await tell(tx, deps, { type: 'offer.published', key, viewer, product: fields.productText });
    return key.id;
  });
}

export function updateOffer(deps: OfferDeps, viewer: Viewer, given: { id: string; draft: OfferDraft }): Promise<void> {
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const key = keyOf(viewer, given.id);
    const owner = await lockOfferOwner(tx, key.city, key.organisationId);
    const before = await lockOffer(tx, key);
    if (!before) throw new Refusal('platform.not-found');
    if (before.state === 'withdrawn') throw new Refusal('offers.already-withdrawn');
    const fields = await checked(tx, deps, given.draft);
    await changeOffer(tx, key, fields);
    await putOfferSearch(tx, key, { ...fields, owner });
    await recordAudit(tx, deps.effects, {
      action: 'offer.changed',
      subject: subjectOf(key),
      before: { ...before.fields },
      after: { ...fields },
    });
    await tell(tx, deps, { type: 'offer.changed', key, viewer, product: fields.productText });
  });
}

/** Withdraws an offer: it is matched no more. Withdrawing again changes nothing. */
export function withdrawOffer(deps: OfferDeps, viewer: Viewer, id: string): Promise<void> {
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const key = keyOf(viewer, id);
    const before = await lockOffer(tx, key);
    if (!before) throw new Refusal('platform.not-found');
    if (before.state === 'withdrawn') return;
    await markOfferWithdrawn(tx, key);
    await removeOfferSearch(tx, key);
    await recordAudit(tx, deps.effects, {
      action: 'offer.withdrawn',
      subject: subjectOf(key),
      before: { ...before.fields, state: before.state },
      after: { state: 'withdrawn' },
    });
    await tell(tx, deps, { type: 'offer.withdrawn', key, viewer, product: before.fields.productText });
  });
}

async function checked(tx: Tx, deps: OfferDeps, draft: OfferDraft): Promise<OfferFields> {
  decideOffer(draft, cityDay(deps.effects.now()));
  const productId = draft.productId ?? deps.recogniseProduct(draft.productText);
  if (draft.productId && !(await hasProduct(tx, draft.productId)))
    throw new Refusal('offers.unknown-product', { productId: draft.productId });
  return { ...draft, productId };
}

function keyOf(viewer: Viewer, id: string): OfferKey {
  return { city: viewer.city, organisationId: viewer.organisationId, id };
}

const subjectOf = ({ id }: OfferKey) => ({ kind: 'offer', id });

interface Telling {
  readonly type: Extract<EventType, 'offer.published' | 'offer.changed' | 'offer.withdrawn'>;
  readonly key: OfferKey;
  readonly viewer: Viewer;
  readonly product: string;
}

async function tell(tx: Tx, deps: OfferDeps, { type, key, viewer, product }: Telling): Promise<void> {
  await appendEvents(tx, [
    {
      city: key.city,
      id: deps.effects.newId(),
      type,
      subjectId: key.id,
      audience: [key.organisationId],
      actorId: viewer.personId,
      payload: { product },
      at: deps.effects.now(),
    },
  ]);
}
