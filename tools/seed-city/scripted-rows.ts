import type { LimitOperator } from '@zhitong/domain/matching/limit';
import type { Quantity } from '@zhitong/domain/matching/quantity';

/** An open need written by hand, so that the demo sign-ins have something on their desks. */
export interface ScriptedNeed {
  /** a user name, or `trade:` and a trade whose firms one is drawn from */
  readonly owner: string;
  readonly product: string;
  readonly quantity: Quantity;
  readonly limits: readonly (readonly [name: string, op: LimitOperator, value: number, unit: string])[];
  readonly certificates: readonly string[];
  readonly place: readonly [text: string, region: string];
  readonly deadlineIn: number;
  readonly publishedHoursAgo: number;
  /** `{deadline}` is filled in */
  readonly text: string;
}

export function parseScriptedNeeds(json: string): readonly ScriptedNeed[] {
  const needs: readonly ScriptedNeed[] = JSON.parse(json);
  return needs;
}

/** What a sign-in firm makes, stated by hand; days count from the day the city is made. */
export interface ScriptedOffer {
  readonly owner: string;
  readonly product: string;
  readonly text: string;
  readonly capacity: Quantity;
  readonly limits: readonly {
    readonly name: string;
    readonly low: number;
    readonly high: number;
    readonly unit: string;
    readonly evidence?: string;
    readonly daysAgo?: number;
  }[];
  readonly certificates: readonly { readonly name: string; readonly daysLeft: number }[];
  readonly leadDays: number;
  readonly minimumLot: Quantity;
  readonly priceFen: number;
}

export function parseScriptedOffers(json: string): readonly ScriptedOffer[] {
  const offers: readonly ScriptedOffer[] = JSON.parse(json);
  return offers;
}
