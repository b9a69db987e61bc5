import type { ClaimReturnCode } from '@zhitong/domain/directory/claim-return';
import type { CapabilityKind, FactField, FactLevel } from '@zhitong/domain/directory/organisation-fact';

export interface MembershipRow {
  readonly id: string;
  readonly city: string;
  readonly allianceId: string;
  readonly organisationId: string;
  /** per cent of the capital; null where members pay none */
  readonly share: number | null;
  readonly since: string;
}

/** Half-open days, as everywhere. */
export interface PastNameRow {
  readonly city: string;
  readonly organisationId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly since: string;
  readonly until: string;
  readonly why: string;
}

interface FactOrigin {
  readonly source: string;
  readonly asOf: string;
  readonly level: FactLevel;
}

export interface FactRow extends FactOrigin {
  readonly city: string;
  readonly organisationId: string;
  readonly field: FactField;
}

export interface CapabilityRow extends FactOrigin {
  readonly id: string;
  readonly city: string;
  readonly organisationId: string;
  readonly kind: CapabilityKind;
  readonly name: string;
  readonly detail: string | null;
}

export interface HeldCertificateRow extends FactOrigin {
  readonly id: string;
  readonly city: string;
  readonly organisationId: string;
  readonly name: string;
  readonly number: string;
  readonly validUntil: string | null;
}

/** Somebody says it acts for a firm; the bureau has not decided yet, or has handed it back. */
export interface ClaimRow {
  readonly id: string;
  readonly city: string;
  readonly fileId: string;
  readonly actionIds: readonly string[];
  readonly firmId: string;
  readonly firmName: string;
  readonly creditCode: string | null;
  readonly personId: string;
  readonly personName: string;
  readonly claimantId: string;
  readonly words: string;
  readonly hasPaper: boolean;
  readonly hoursAgo: number;
  readonly returned: ClaimReturnCode | null;
}

/** A matter of the duty table with the body that answers for it and the posts that own and deputise. */
export interface DutyRow {
  readonly id: string;
  readonly termId: string;
  readonly city: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  /** how firms say it */
  readonly words: readonly string[];
  readonly list: 'problem' | 'funding' | 'sourcing' | 'technology';
  readonly class: 'simple' | 'normal' | 'complex';
  /** `district`: the body of the same kind in the firm's district decides */
  readonly level: 'city' | 'district';
  readonly basis: string | null;
  readonly bodyId: string;
  readonly ownerPostId: string;
  readonly deputyPostId: string;
}

export interface LeaveRow {
  readonly id: string;
  readonly city: string;
  readonly bodyId: string;
  readonly postId: string;
  readonly personId: string;
  readonly coverPostId: string;
  readonly since: string;
  readonly until: string;
}
