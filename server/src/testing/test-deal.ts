import type { DealSide, DealStepKind } from '@zhitong/domain/matching/deal';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { buyer, meltblown, type TestOrganisation } from './test-world.ts';

export interface TestStep {
  readonly kind: DealStepKind;
  readonly amountFen: number;
  readonly by: readonly DealSide[];
  readonly date?: string;
}

export interface TestDeal {
  readonly newId: () => string;
  readonly buyer?: TestOrganisation;
  readonly seller?: TestOrganisation;
  readonly product?: string;
  readonly promisedBy?: string | null;
  readonly createdAt?: string;
  readonly steps?: readonly TestStep[];
}

/** A chosen need and the deal that came of it, as the choice of a quote writes them. Answers the id of the deal. */
export async function writeTestDeal(database: Database, deal: TestDeal): Promise<string> {
  const { newId, seller = meltblown, product = '熔喷布' } = deal;
  const from = deal.buyer ?? buyer;
  const { city } = from;
  const at = deal.createdAt ?? '2026-11-20T09:00:00+08:00';
  const [id, needId, responseId, matchId, offerId] = [newId(), newId(), newId(), newId(), newId()];
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    await tx
      .insertInto('need')
      .values({
        ...{ city, id: needId, organisation_id: from.id, kind: 'sourcing', text: `${product} 5 吨`, state: 'chosen' },
        ...{
          product_ids: [],
          certificates: [],
          limits: '[]',
          reach: 'city',
          idempotency_key: needId,
          text_hash: needId,
        },
        ...{ demo: true, published_at: at, closed_at: at },
      })
      .execute();
    await tx
      .insertInto('deal')
      .values({
        ...{ city, id, need_id: needId, response_id: responseId, product_text: product, demo: true, created_at: at },
        ...{ buyer_id: from.id, buyer_name: from.name },
        ...{ seller_id: seller.id, seller_city: seller.city, seller_name: seller.name },
        promised_by: deal.promisedBy === undefined ? '2026-11-27' : deal.promisedBy,
      })
      .execute();
    for (const step of deal.steps ?? []) {
      const parties = { city, buyer_id: from.id, seller_id: seller.id };
      const stepId = newId();
      const { kind, amountFen, date = '2026-11-21' } = step;
      await tx
        .insertInto('deal_step')
        .values({ ...parties, id: stepId, deal_id: id, kind, amount_fen: amountFen, quantity: 5, date, created_at: at })
        .execute();
      for (const side of step.by)
        await tx
          .insertInto('deal_confirmation')
          .values({ ...parties, step_id: stepId, side, at })
          .execute();
    }
  });
  await inContext(database, { city: seller.city, viewer: 'system' }, (tx) =>
    tx
      .insertInto('opportunity')
      .values({
        ...{ city: seller.city, match_id: matchId, organisation_id: seller.id, need_city: city, need_id: needId },
        ...{ buyer_id: from.id, buyer_name: from.name, offer_id: offerId, tier: 'city', score: 80 },
        need: JSON.stringify({
          ...{ id: needId, text: `${product} 5 吨`, products: [], quantity: null, deadline: null, place: null },
          ...{ certificates: [], limits: [], publishedAt: at },
        }),
        ...{ reasons: '[]', state: 'chosen', created_at: at },
      })
      .execute(),
  );
  return id;
}
