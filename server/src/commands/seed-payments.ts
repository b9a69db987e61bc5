import { isConfirmed } from '@zhitong/domain/matching/deal';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { listValue } from '#platform/city-table';
import type { CaseWorld } from './seed-case-stories.ts';
import type { AskStory } from './seed-funding-stories.ts';
import type { Story } from './seed-stories.ts';

const day = 86_400_000;
/** of each firm that let a bank read its payment record */
const ofEachFirm = 4;
/** what was paid of a delivery, in hundredths, how many days after it, and whether the other side has confirmed it */
const habits = [
  { part: 100, after: 12, confirmed: true },
  { part: 60, after: 21, confirmed: true },
  { part: 100, after: 30, confirmed: true },
  { part: 50, after: 15, confirmed: false },
] as const;

interface Funded {
  readonly asks: readonly AskStory[];
  readonly stories: readonly Story[];
}

interface Paid {
  readonly deal: CaseWorld['rows']['deals'][number];
  readonly step: Paid['deal']['steps'][number];
  readonly amountFen: number;
  readonly paidOn: string;
  readonly notedAt: Date;
  readonly confirmedAt: Date | null;
}

/** What stands behind a receipt: payments of the firm on deliveries that both sides have confirmed, and their news. */
export function paymentTables(world: CaseWorld, { asks, stories }: Funded) {
  const products = new Map(stories.map(({ need }) => [need.id, need.products[0]?.name ?? need.text.slice(0, 60)]));
  const firms = new Set(asks.filter(({ receipt }) => receipt !== null).map(({ story }) => story.asker.id));
  const paid = [
    ...new Map([...firms].flatMap((firm) => paymentsOf(world, firm)).map((one) => [one.step.id, one])).values(),
  ];
  return [
    { table: 'deal_payment', rows: paid.map((one) => paymentRow(world, one)) },
    { table: 'event', rows: paid.flatMap((one) => eventRows(world, one, products)) },
  ];
}

/** The newest deliveries that are old enough to have been paid. */
function paymentsOf({ rows, now }: CaseWorld, firm: string): readonly Paid[] {
  const deliveries = rows.deals
    .filter(({ city, buyerId, sellerId }) => city === rows.duties[0]?.city && (buyerId === firm || sellerId === firm))
    .flatMap((deal) => deal.steps.filter(isConfirmedDelivery).map((step) => ({ deal, step })))
    .toSorted((one, other) => other.step.date.localeCompare(one.step.date) || one.step.id.localeCompare(other.step.id));
  return deliveries.slice(0, ofEachFirm).flatMap(({ deal, step }, place) => {
    const habit = habits[place % habits.length] ?? habits[0];
    const signed = Math.max(
      Date.parse(`${step.date}T10:00:00+08:00`),
      ...step.confirmations.map(({ at }) => Date.parse(at)),
    );
    const notedAt = new Date(signed + habit.after * day);
    const amountFen = Math.round((step.amountFen * habit.part) / 100);
    const confirmedAt = habit.confirmed ? new Date(notedAt.getTime() + 2 * day) : null;
    if (notedAt >= now || amountFen <= 0) return [];
    const settled = confirmedAt !== null && confirmedAt < now ? confirmedAt : null;
    return [{ deal, step, amountFen, paidOn: cityDay(notedAt), notedAt, confirmedAt: settled }];
  });
}

const isConfirmedDelivery = (step: Paid['step']) =>
  step.kind === 'delivery' && isConfirmed({ ...step, confirmedBy: step.confirmations.map(({ side }) => side) });

/** The buyer notes what it has paid, the seller confirms that it came. */
function paymentRow({ rows, newId }: CaseWorld, { deal, step, amountFen, paidOn, notedAt, confirmedAt }: Paid) {
  const personAt = (id: string) => rows.posts.find(({ organisationId }) => organisationId === id)?.personId ?? null;
  return {
    ...{ city: deal.city, id: newId(), deal_id: deal.id, step_id: step.id, buyer_id: deal.buyerId },
    ...{ seller_id: deal.sellerId, amount_fen: amountFen, paid_on: paidOn, noted_by: 'buyer' },
    ...{ noted_person: personAt(deal.buyerId), noted_at: notedAt, confirmed_at: confirmedAt },
    confirmed_person: confirmedAt && personAt(deal.sellerId),
  };
}

function eventRows(
  { rows, newId }: CaseWorld,
  { deal, amountFen, notedAt, confirmedAt }: Paid,
  products: ReadonlyMap<string, string>,
) {
  const nameOf = (id: string) => rows.organisations.find((one) => one.id === id)?.name ?? '';
  const news = (type: string, by: string, at: Date) => ({
    ...{ city: deal.city, id: newId(), type, subject_id: deal.id, at },
    audience: listValue([deal.buyerId, deal.sellerId]),
    payload: { product: products.get(deal.needId) ?? '', amountFen, by: nameOf(by) },
  });
  return [
    news('deal.payment-noted', deal.buyerId, notedAt),
    ...(confirmedAt ? [news('deal.payment-confirmed', deal.sellerId, confirmedAt)] : []),
  ];
}
