import type { Tx } from '#platform/database';

export interface NewDeal {
  readonly city: string;
  readonly id: string;
  readonly needId: string;
  readonly responseId: string;
  readonly buyer: { readonly id: string; readonly name: string };
  readonly seller: { readonly id: string; readonly name: string; readonly city: string };
  readonly productText: string;
  readonly promisedBy: string | null;
  readonly demo: boolean;
  readonly at: Date;
}

export async function insertDeal(tx: Tx, deal: NewDeal): Promise<void> {
  await tx
    .insertInto('deal')
    .values({
      city: deal.city,
      id: deal.id,
      need_id: deal.needId,
      response_id: deal.responseId,
      buyer_id: deal.buyer.id,
      buyer_name: deal.buyer.name,
      seller_id: deal.seller.id,
      seller_city: deal.seller.city,
      seller_name: deal.seller.name,
      product_text: deal.productText,
      promised_by: deal.promisedBy,
      demo: deal.demo,
      created_at: deal.at,
    })
    .execute();
}
