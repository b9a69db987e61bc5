import { createHash } from 'node:crypto';
import type { publishNeed } from '@zhitong/contract/needs/need-contract';
import { reachOf } from '@zhitong/domain/matching/reach';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { NeedState } from '@zhitong/domain/needs/need';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { mergedRecords } from '#features/directory/public';
import type { NeedMatching } from '#features/matching/public';
import { recordAudit } from '#platform/audit-log';
import { type Context, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { findTwin, insertNeed, lockPublisher } from './need-store.ts';
import { readWanted, type Wanted } from './wanted.ts';

/** Within this time the same words of the same firm are taken for a second tab. */
const twinMinutes = 10;
const minute = 60_000;

export interface NeedDeps {
  readonly database: Database;
  readonly matching: NeedMatching;
  readonly effects: Effects;
}

type Body = z.output<NonNullable<typeof publishNeed.body>>;
interface Published {
  readonly need: { readonly id: string; readonly state: NeedState };
  readonly matched: number;
}

/** Reads, matches in memory, then writes need, matches, copies and events in one transaction. */
export async function publishFor(deps: NeedDeps, viewer: Viewer, body: Body): Promise<Published> {
  if (body.kind !== 'sourcing') throw new Refusal('needs.kind-not-open');
  const now = deps.effects.now();
  const wanted = readWanted(body, deps.matching.parseContext(cityDay(now)));
  const context = contextOf(viewer);
  return inContext(deps.database, context, async (tx) => {
    const publisher = await lockPublisher(tx, { city: viewer.city, id: viewer.organisationId });
    if (publisher === undefined) throw new Refusal('platform.forbidden');
    const { city, organisationId: id } = viewer;
    await mergedRecords.refuseAway(tx, { city, id, name: publisher.name });
    const textHash = hashOf(body.text);
    const twin = await findTwin(tx, {
      city: viewer.city,
      organisationId: viewer.organisationId,
      idempotencyKey: body.idempotencyKey,
      textHash,
      since: new Date(now.getTime() - twinMinutes * minute),
    });
    if (twin?.sameKey) return { need: { id: twin.id, state: twin.state }, matched: twin.matched };
    if (twin) throw sameNeed(twin, now);
    const key = { idempotencyKey: body.idempotencyKey, textHash };
    return writeNeed(tx, deps, { viewer, context, wanted, text: body.text, publisher, key, now });
  });
}

interface Writing {
  readonly viewer: Viewer;
  readonly context: Context;
  readonly wanted: Wanted;
  readonly text: string;
  readonly publisher: { readonly name: string; readonly region: string | null; readonly demo: boolean };
  readonly key: { readonly idempotencyKey: string; readonly textHash: string };
  readonly now: Date;
}

async function writeNeed(tx: Tx, { matching, effects }: NeedDeps, writing: Writing): Promise<Published> {
  const { viewer, context, wanted, text, publisher, key, now } = writing;
  const asker = { organisationId: viewer.organisationId, city: viewer.city, region: publisher.region };
  const list = matching.match({ ...wanted, text }, asker);
  const need: PublishedNeed = {
    ...wanted,
    city: viewer.city,
    id: effects.newId(),
    organisationId: viewer.organisationId,
    organisationName: publisher.name,
    buyerRegion: publisher.region,
    text,
    products: wanted.productIds.map((id) => ({ id, name: matching.productName(id) ?? id })),
    state: 'open',
    reach: reachOf(list),
    notes: list.notes,
    model: list.model,
    demo: publisher.demo,
    publishedAt: now,
    closedAt: null,
  };
  await insertNeed(tx, { ...need, ...key, personId: viewer.personId });
  const matched = await matching.add(tx, context, { need, found: list });
  await recordAudit(tx, effects, {
    action: 'need.published',
    subject: { kind: 'need', id: need.id },
    after: { ...askedFor(need), reach: need.reach, matched },
  });
  await appendEvents(tx, [
    {
      city: need.city,
      id: effects.newId(),
      type: 'need.published',
      subjectId: need.id,
      audience: [need.organisationId],
      actorId: viewer.personId,
      payload: { ...subjectFacts(need), matched },
      at: now,
    },
  ]);
  return { need: { id: need.id, state: need.state }, matched };
}

/** What the firm asks for, in the words of the trail. */
function askedFor({ text, products, quantity, deadline, limits, certificates }: PublishedNeed) {
  return { text, products: products.map(({ name }) => name), quantity, deadline, limits, certificates };
}

function sameNeed(twin: { id: string; publishedAt: Date }, now: Date): Refusal {
  const minutes = Math.max(1, Math.round((now.getTime() - twin.publishedAt.getTime()) / minute));
  return new Refusal('needs.same-need', { minutes, needId: twin.id });
}

/** Equal for texts that differ only in spaces, line ends or full-width letters. */
function hashOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFKC').replace(/\s+/gu, ' ').trim()).digest('hex');
}
