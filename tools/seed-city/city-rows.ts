import type { OrganisationKind, PostRole } from '@zhitong/domain/directory/organisation';
import type { DeclineCode, RejectionCode } from '@zhitong/domain/matching/answer';
import type { DealSide, DealStepKind } from '@zhitong/domain/matching/deal';
import type { Offer } from '@zhitong/domain/matching/offer';
import type { Product, ProductRelation } from '@zhitong/domain/matching/product';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import type { NeedChips } from '@zhitong/domain/needs/need';
import type {
  CapabilityRow,
  ClaimRow,
  DutyRow,
  FactRow,
  HeldCertificateRow,
  LeaveRow,
  MembershipRow,
  PastNameRow,
} from './directory-rows.ts';

/** Everything the demo city holds, ready to be written: references point at ids of the same object. */
export interface CityRows {
  readonly regions: readonly RegionRow[];
  readonly circles: readonly CircleRow[];
  readonly products: readonly ProductRow[];
  readonly productRelations: readonly ProductRelation[];
  readonly productLimits: readonly ProductLimitRow[];
  readonly organisations: readonly OrganisationRow[];
  readonly people: readonly PersonRow[];
  readonly posts: readonly PostRow[];
  readonly signIns: readonly SignInRow[];
  readonly memberships: readonly MembershipRow[];
  readonly pastNames: readonly PastNameRow[];
  readonly facts: readonly FactRow[];
  readonly capabilities: readonly CapabilityRow[];
  readonly certificates: readonly HeldCertificateRow[];
  readonly claims: readonly ClaimRow[];
  readonly duties: readonly DutyRow[];
  readonly leaves: readonly LeaveRow[];
  readonly offers: readonly OfferRow[];
  readonly needs: readonly NeedRow[];
  readonly responses: readonly ResponseRow[];
  readonly rejections: readonly RejectionRow[];
  readonly deals: readonly DealRow[];
}

export const regionLevels = ['province', 'prefecture', 'county', 'zone'] as const;
export type RegionLevel = (typeof regionLevels)[number];

export interface RegionRow {
  /** GB/T 2260, or a local code for a functional zone */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** what people write: 高区, 临港 */
  readonly aliases: readonly string[];
  readonly level: RegionLevel;
  readonly parent: string | null;
  /** ISO dates, half-open; null = no bound known */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly replacedBy: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** the point was set by hand, not computed from a boundary */
  readonly approximate: boolean;
}

export interface CircleRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** prefecture codes */
  readonly cities: readonly string[];
}

export interface ProductRow extends Product {
  readonly nameEn: string;
  /** file of the product graph it stands in, e.g. `carbon` */
  readonly chain: string;
}

export const limitDirections = ['>=', '<=', '=', '±', 'range'] as const;
export type LimitDirection = (typeof limitDirections)[number];

export interface ProductLimitRow {
  readonly productId: string;
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly direction: LimitDirection;
}

export interface OrganisationRow {
  readonly id: string;
  readonly city: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string;
  readonly creditCode: string | null;
  readonly parentId: string | null;
  readonly region: string | null;
  readonly registeredAddress: string | null;
  readonly workingAddress: string | null;
  /** GB/T 4754-2017 class */
  readonly industry: string | null;
  readonly size: OrganisationSize | null;
  /** the registered address is a letter box: the firm works elsewhere */
  readonly registeredOnly?: boolean;
  /** what a department does, or the sourced fact about a real enterprise */
  readonly duty: string | null;
  readonly source: string;
  readonly asOf: string;
  /** Offers, needs, deals and contacts belong only to organisations whose name ends in （演示）. */
  readonly demo: true;
  readonly contact: { readonly name: string; readonly phone: string } | null;
}

export const organisationSizes = ['大型', '中型', '小型', '微型'] as const;
export type OrganisationSize = (typeof organisationSizes)[number];

export interface PersonRow {
  readonly id: string;
  readonly city: string;
  readonly name: string;
}

export interface PostRow {
  readonly id: string;
  readonly city: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: PostRole;
  /** ISO date */
  readonly since: string;
}

export interface SignInRow {
  readonly username: string;
  readonly city: string;
  readonly personId: string;
}

export interface OfferRow extends Offer {
  readonly source: 'demo';
  readonly demo: true;
  readonly leadDays: number | null;
  readonly minimumLot: Quantity | null;
  readonly priceFen: number | null;
  /** the unit one price is for, e.g. `吨` */
  readonly priceUnit: string | null;
  readonly publishedAt: string;
}

/** `chosen`: a supplier was chosen and a deal made; `expired`: the deadline passed without one. */
export const needStates = ['open', 'chosen', 'withdrawn', 'expired'] as const;
export type NeedState = (typeof needStates)[number];

export interface NeedRow extends NeedChips {
  readonly id: string;
  readonly city: string;
  readonly organisationId: string;
  readonly kind: 'sourcing';
  /** as pasted by the sourcing manager */
  readonly text: string;
  readonly state: NeedState;
  readonly publishedAt: string;
  readonly closedAt: string | null;
  /** offers whose owners got the need */
  readonly asked: readonly string[];
  readonly demo: true;
}

export interface ResponseRow {
  readonly id: string;
  /** the buyer's city */
  readonly city: string;
  readonly needId: string;
  readonly organisationId: string;
  readonly offerId: string;
  /** null = a quote */
  readonly declined: DeclineCode | null;
  readonly priceFen: number | null;
  readonly unit: string | null;
  readonly quantity: number | null;
  readonly leadDays: number | null;
  readonly note: string | null;
  readonly at: string;
}

export interface RejectionRow {
  readonly city: string;
  readonly needId: string;
  readonly organisationId: string;
  readonly code: RejectionCode;
  readonly note: string | null;
  readonly at: string;
}

export interface DealRow {
  readonly id: string;
  readonly city: string;
  readonly needId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly responseId: string;
  readonly createdAt: string;
  readonly steps: readonly DealStepRow[];
  readonly demo: true;
}

export interface DealStepRow {
  readonly id: string;
  readonly kind: DealStepKind;
  readonly amountFen: number;
  readonly quantity: number;
  readonly unit: string;
  readonly date: string;
  readonly evidence: string | null;
  readonly confirmations: readonly ConfirmationRow[];
}

export interface ConfirmationRow {
  readonly side: DealSide;
  readonly personId: string | null;
  readonly at: string;
}
