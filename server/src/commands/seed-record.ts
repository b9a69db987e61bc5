import { isConfirmed } from '@zhitong/domain/matching/deal';
import type { CityRows, DealRow } from '@zhitong/tools/seed-city/city-rows';

/** Deliveries both sides have confirmed, as a seller's offers carry them. */
export interface TrackRecord {
  readonly deliveries: number;
  readonly onTime: number;
}

export interface ConfirmedDelivery {
  readonly sellerId: string;
  /** from when it counts: the later of the two signatures */
  readonly at: string;
  readonly onTime: boolean;
}

/** Every delivery that counts, oldest first. */
export function confirmedDeliveries({ deals, responses }: Pick<CityRows, 'deals' | 'responses'>): ConfirmedDelivery[] {
  const leadDays = new Map(responses.map((response) => [response.id, response.leadDays]));
  const deliveries = deals.flatMap((deal) => {
    const promised = promisedBy(deal, leadDays.get(deal.responseId) ?? null);
    return deal.steps.filter(isConfirmedDelivery).map(({ date, confirmations }) => ({
      sellerId: deal.sellerId,
      at:
        confirmations
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? deal.createdAt,
      onTime: promised === null || date <= promised,
    }));
  });
  return deliveries.sort((a, b) => a.at.localeCompare(b.at));
}

function isConfirmedDelivery(step: DealRow['steps'][number]): boolean {
  return step.kind === 'delivery' && isConfirmed({ ...step, confirmedBy: step.confirmations.map(({ side }) => side) });
}

/** The quoted lead time counts from the day of the choice. */
export function promisedBy({ createdAt }: Pick<DealRow, 'createdAt'>, leadDays: number | null): string | null {
  if (leadDays === null) return null;
  const chosen = Date.parse(`${createdAt.slice(0, 10)}T00:00:00Z`);
  return new Date(chosen + leadDays * 86_400_000).toISOString().slice(0, 10);
}

export function addDelivery(record: Map<string, TrackRecord>, { sellerId, onTime }: ConfirmedDelivery): void {
  const before = record.get(sellerId) ?? { deliveries: 0, onTime: 0 };
  record.set(sellerId, { deliveries: before.deliveries + 1, onTime: before.onTime + (onTime ? 1 : 0) });
}
