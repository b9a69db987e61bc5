import type { publishNeed } from '@zhitong/contract/needs/need-contract';
import { reachOf } from '@zhitong/domain/matching/reach';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import type { NeedMatching } from '#features/matching/public';
import { recordAudit } from '#platform/audit-log';
import { type Context, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { startCascade } from './cascade-start.ts';
import { classOf, keepBack } from './kept-back.ts';
import { gapOfNeed, type NeedGap } from './need-gap.ts';
import { refuseOverQuota } from './need-quota.ts';
import { insertNeed } from './need-store.ts';
import { enterPublisher, findTwinOf, keyOf, type Published, type Publisher, type RequestKey } from './publisher.ts';
import type { RouteDeps } from './request-views.ts';
import { openSourcingCase } from './sourcing-case.ts';
import { submitRequest } from './submit-service.ts';
import { sheetOfRequest } from './technology-sheet.ts';
import { readWanted, type Wanted } from './wanted.ts';

export interface NeedDeps extends RouteDeps {
  readonly matching: NeedMatching;
}

type Body = z.output<NonNullable<typeof publishNeed.body>>;
/** A sourcing need is matched and sent to suppliers; the three other lists go to the body that answers for the matter. */
export function publishFor(deps: NeedDeps, viewer: Viewer, body: Body): Promise<Published> {
  const { kind, ...request } = body;
  if (kind === 'sourcing') sheetOfRequest(body);
  if (kind !== 'funding' && (request.banks ?? []).length > 0) throw new Refusal('funding.banks-not-here');
  return kind === 'sourcing' ? publishSourcing(deps, viewer, body) : submitRequest(deps, viewer, { ...request, kind });
}

/** Reads, matches in memory, then writes need, matches, copies, case and events in one transaction. */
async function publishSourcing(deps: NeedDeps, viewer: Viewer, body: Body): Promise<Published> {
  const now = deps.effects.now();
  const wanted = readWanted(body, deps.matching.parseContext(cityDay(now)));
  const context = contextOf(viewer);
  return inContext(deps.database, context, async (tx) => {
    const key = keyOf(body);
    const publisher = await enterPublisher(tx, viewer, key);
    const twin = await findTwinOf(tx, { viewer, key, now });
    if (twin) return twin;
    const { city, organisationId } = viewer;
    await refuseOverQuota(tx, { city, organisationId, list: 'sourcing', now });
    const gap = await gapOfNeed(tx, { city, gap: body.gap, today: cityDay(now) });
    return writeNeed(tx, deps, { viewer, context, wanted, text: body.text, publisher, key, now, gap });
  });
}

interface Writing {
  readonly viewer: Viewer;
  readonly context: Context;
  readonly wanted: Wanted;
  readonly text: string;
  readonly publisher: Publisher;
  readonly key: RequestKey;
  readonly now: Date;
  /** null: it came from none */
  readonly gap: NeedGap | null;
}

async function writeNeed(tx: Tx, { matching, effects }: NeedDeps, writing: Writing): Promise<Published> {
  const { viewer, context, wanted, text, publisher, key, now, gap } = writing;
  const asker = { organisationId: viewer.organisationId, city: viewer.city, region: publisher.region };
  const list = matching.match({ ...wanted, text }, asker);
  const classing = await classOf(tx, { viewer, text, productIds: wanted.productIds, now });
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
    reach: classing ? 'city' : reachOf(list),
    notes: classing ? [] : list.notes,
    model: list.model,
    demo: publisher.demo,
    publishedAt: now,
    closedAt: null,
  };
  await insertNeed(tx, { ...need, ...key, kind: 'sourcing', personId: viewer.personId, gap });
  const first = classing ? 0 : await matching.add(tx, context, { need, found: list });
  const more = classing ? 0 : await startCascade(tx, { matching, effects }, { need, context, at: now });
  const matched = first + more;
  await recordAudit(tx, effects, {
    action: 'need.published',
    subject: { kind: 'need', id: need.id },
    after: { ...askedFor(need), reach: need.reach, matched, ...(gap && { gap: `${gap.chainId}:${gap.productId}` }) },
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
  if (classing) await keepBack(tx, effects, { need, classing, context });
  const opened = await openSourcingCase(tx, effects, { need, viewer });
  return { need: { id: need.id, state: need.state }, matched, keptBack: Boolean(classing), case: opened ?? null };
}

/** What the firm asks for, in the words of the trail. */
function askedFor({ text, products, quantity, deadline, limits, certificates }: PublishedNeed) {
  return { text, products: products.map(({ name }) => name), quantity, deadline, limits, certificates };
}
