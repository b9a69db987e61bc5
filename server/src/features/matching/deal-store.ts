import type { DealSide, DealStep, DealStepKind } from '@zhitong/domain/matching/deal';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

export interface StoredDeal {
  readonly city: string;
  readonly id: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerCity: string;
  readonly product: string;
  readonly promisedBy: string | null;
  /** unit of the chosen quote */
  readonly agreedUnit: string | null;
}

export interface StoredStep extends DealStep {
  readonly id: string;
  readonly quantity: number | null;
  readonly date: string;
  readonly createdAt: Date;
}

/** Holds the deal until the transaction ends: two people writing at once decide one after the other, on each other's steps. */
export async function lockDeal(tx: Tx, city: string, id: string): Promise<StoredDeal | undefined> {
  const row = await tx
    .selectFrom('deal')
    .select(['buyer_id', 'buyer_name', 'seller_id', 'seller_name', 'seller_city', 'product_text', 'promised_by'])
    .select((table) =>
      table
        .selectFrom('response')
        .select('response.unit')
        .whereRef('response.city', '=', 'deal.city')
        .whereRef('response.id', '=', 'deal.response_id')
        .as('agreed_unit'),
    )
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      city,
      id,
      buyerId: row.buyer_id,
      buyerName: row.buyer_name,
      sellerId: row.seller_id,
      sellerName: row.seller_name,
      sellerCity: row.seller_city,
      product: row.product_text,
      promisedBy: row.promised_by,
      agreedUnit: row.agreed_unit,
    }
  );
}

export async function listDealSteps(tx: Tx, deal: StoredDeal): Promise<readonly StoredStep[]> {
  const { rows } = await sql<StoredStep>`
    select s.id, s.kind, s.amount_fen as "amountFen", s.quantity, s.date, s.created_at as "createdAt",
           array(select c.side from deal_confirmation c
                 where c.city = s.city and c.step_id = s.id order by c.at, c.side) as "confirmedBy"
    from deal_step s
    where s.city = ${deal.city} and s.deal_id = ${deal.id}
    order by s.created_at, s.id`.execute(tx);
  return rows;
}

export interface NewStep {
  readonly id: string;
  readonly kind: DealStepKind;
  readonly amountFen: number;
  readonly quantity: number;
  readonly unit: string | null;
  readonly date: string;
  readonly note: string | null;
  readonly personId: string;
  readonly at: Date;
}

export async function insertDealStep(tx: Tx, deal: StoredDeal, step: NewStep): Promise<void> {
  await tx
    .insertInto('deal_step')
    .values({
      city: deal.city,
      id: step.id,
      deal_id: deal.id,
      buyer_id: deal.buyerId,
      seller_id: deal.sellerId,
      kind: step.kind,
      amount_fen: step.amountFen,
      quantity: step.quantity,
      unit: step.unit,
      date: step.date,
      note: step.note,
      created_by: step.personId,
      created_at: step.at,
    })
    .execute();
}

export interface NewConfirmation {
  readonly stepId: string;
  readonly side: DealSide;
  readonly personId: string;
  readonly at: Date;
}

export async function insertConfirmation(tx: Tx, deal: StoredDeal, confirmation: NewConfirmation): Promise<void> {
  await tx
    .insertInto('deal_confirmation')
    .values({
      city: deal.city,
      step_id: confirmation.stepId,
      side: confirmation.side,
      buyer_id: deal.buyerId,
      seller_id: deal.sellerId,
      person_id: confirmation.personId,
      at: confirmation.at,
    })
    .execute();
}
