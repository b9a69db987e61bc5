import type { CascadeRing } from './cascade-ring.ts';
import type { NeedKind } from './need.ts';

/** How many needs of one list a firm may have open, and publish within one day of the city. */
export interface NeedQuota {
  readonly open: number;
  readonly perDay: number;
}

/** What sourcing goes by in a city from a day on. All of it is data: `data/sourcing-terms/README.md` says what each field means. */
export interface CitySourcingTerms {
  /** working minutes a ring is asked alone before the next one is */
  readonly ringMinutes: Readonly<Record<CascadeRing, number>>;
  /** working minutes every ring with somebody in it has at least, whatever the deadline; only after them is a firm called silent */
  readonly leastMinutes: number;
  /** an urgent need waits this share of it */
  readonly urgentShare: number;
  /** all rings together wait at most this share of the working time left until the deadline */
  readonly shareOfTimeLeft: number;
  readonly quotas: Readonly<Record<NeedKind, NeedQuota>>;
  /** firms with a quota of their own */
  readonly firmQuotas: readonly (NeedQuota & { readonly organisationId: string; readonly list: NeedKind })[];
  /**
   * so many needs for one product within so many days, each with quotes that were left lying, count as price fishing: the need ended
   * without a decision, or so many days went by
   */
  readonly fishing: { readonly needs: number; readonly days: number; readonly ignoredDays: number };
}

/** A firm with two quotas of its own on one list would have none that can be told. */
export function isQuotaTwice({ firmQuotas }: CitySourcingTerms): boolean {
  const keys = firmQuotas.map(({ organisationId, list }) => `${organisationId} ${list}`);
  return new Set(keys).size < keys.length;
}

/** The quota of a firm on a list: its own, else the one of everybody. */
export function quotaOf(terms: CitySourcingTerms, of: { organisationId: string; list: NeedKind }): NeedQuota {
  const own = terms.firmQuotas.find(
    ({ organisationId, list }) => organisationId === of.organisationId && list === of.list,
  );
  return own ?? terms.quotas[of.list];
}
